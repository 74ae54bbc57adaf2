/** So few that writers wait for one another all the time. */
const FEW = 8;

/** Any of the aggregates that all writers of a slice share. */
export function pickAggregate(source: string, among = FEW): string {
  return `${source}/${Math.floor(Math.random() * among)}`;
}
