/**
 * What a new start may do to the rows of a table that are there. `kept`: nothing. `moved`: they stay, by their key, and say something
 * else after a while. `passing`: they say what runs just now, and go with it.
 */
export type TableKind = "kept" | "moved" | "passing";

const moved = [
  "registry.public.deployment",
  "registry.public.release_report",
  "registry.public.routing",
  "registry.public.gateway",
  "registry.public.change",
  "login.public.session",
];

const passing = [
  "registry.public.lease",
  "registry.public.pin",
  "registry.public.traffic",
  "registry.public.dev_session",
  /\.sliceway\.(turn|cursor|subscribed_type|outbox)$/,
];

/** The kind of a table, by `database.schema.table`. Of one that nobody has named here every row is kept as it is. */
export function kindOf(table: string): TableKind {
  const isIn = (names: (string | RegExp)[]) =>
    names.some((name) => (typeof name === "string" ? name === table : name.test(table)));
  if (isIn(passing)) return "passing";
  return isIn(moved) ? "moved" : "kept";
}
