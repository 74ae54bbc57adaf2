import { createHash } from "node:crypto";
import pg from "pg";
import { openDatabase } from "./open-database.ts";

/** What stood in one table. */
export interface TableRows {
  columns: string[];
  /** The key's columns; of a table without a key all of them. */
  key: string[];
  /** Key to a hash of the whole row, in the order of `columns`. */
  rows: Map<string, string>;
}

/** By `database.schema.table`. */
export type Rows = Map<string, TableRows>;

export const databases = ["registry", "events", "login", "posts", "friends", "feeds"] as const;

/** Every row of every table of all databases. With `known`, only the columns and tables that stood there. */
export async function recordRows(home: string, known?: Rows): Promise<Rows> {
  const rows: Rows = new Map();
  for (const database of databases) {
    await using client = await openDatabase(home, database);
    for (const { name, columns, key } of await listTables(client)) {
      const full = `${database}.${name}`;
      const before = known?.get(full);
      if (known && !before) continue;
      const shape = before ?? { columns, key };
      rows.set(full, { ...shape, rows: await readRows(client, name, shape) });
    }
  }
  return rows;
}

interface Table {
  name: string;
  columns: string[];
  key: string[];
}

async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      array(
        select attname::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped order by attnum
      ) as columns,
      coalesce((
        select array_agg(a.attname::text order by a.attnum) from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary
      ), '{}') as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and has_table_privilege(c.oid, 'select')
    order by 1
  `);
  return rows;
}

async function readRows(
  client: pg.Client,
  name: string,
  { columns, key }: Omit<TableRows, "rows">,
): Promise<Map<string, string>> {
  const table = name.split(".").map(pg.escapeIdentifier).join(".");
  const textOf = (names: string[]) => `jsonb_build_array(${names.map(pg.escapeIdentifier).join(", ")})::text`;
  const keyText = textOf(key.length > 0 ? key : columns);
  const { rows } = await client.query<{ key: string; row: string }>(
    `select ${keyText} as key, ${textOf(columns)} as row from ${table}`,
  );
  return new Map(rows.map(({ key: id, row }) => [id, createHash("sha256").update(row).digest("base64")]));
}
