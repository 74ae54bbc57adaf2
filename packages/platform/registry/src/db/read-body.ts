import { checkFormat } from "@sliceway/service-kit";

/** The document of a row. Throws `FORMAT_UNKNOWN` if a newer registry has written it; `table` is said then. */
export function readBody<T extends { id: string }>(table: string, row: { body: T }): T {
  checkFormat(row.body, `${table} ${row.body.id}`);
  return row.body;
}
