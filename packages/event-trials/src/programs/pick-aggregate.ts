const AGGREGATES = 8;

/** Any of the few aggregates that all writers of a slice share. */
export function pickAggregate(source: string): string {
  return `${source}/${Math.floor(Math.random() * AGGREGATES)}`;
}
