const DAY_MS = 24 * 60 * 60 * 1000;

/** ISO 8601 of the moment that lies `days` (fractions welcome) before `now`. */
export function daysBefore(now: Date, days: number): string {
  return new Date(Math.round(now.getTime() - days * DAY_MS)).toISOString();
}

/** The moment a share (0 to 1) of the way from one ISO moment to another. */
export function momentBetween(from: string, to: string, share: number): string {
  const start = Date.parse(from);
  return new Date(Math.round(start + (Date.parse(to) - start) * share)).toISOString();
}
