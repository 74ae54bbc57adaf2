/** `12 req/s`; empty where nobody knows. */
export function renderRate(perSecond: number | null): string {
  if (perSecond === null) return "";
  return `${perSecond < 10 ? Number(perSecond.toFixed(1)) : Math.round(perSecond)} req/s`;
}
