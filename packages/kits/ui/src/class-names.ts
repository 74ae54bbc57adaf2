/** Joins the names that are there: `classNames("ui-card", flat && "ui-card-flat")`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
