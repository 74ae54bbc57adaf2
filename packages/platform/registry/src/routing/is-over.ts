/** Whether a time (ISO 8601) has come; what has no end is not over. */
export function isOver(end: string | undefined, now: Date): boolean {
  return end !== undefined && Date.parse(end) <= now.getTime();
}
