import { type Kysely, sql } from "kysely";

/** A column of a slice's own table. */
export interface Column {
  /** `post.text`, or `archive.post.text` outside the schema `public`. */
  name: string;
  /** Whoever inserts has to say it: it is neither null nor filled by the database. */
  required: boolean;
}

/** All columns of tables and views, but for the platform's. */
export async function listColumns<DB>(db: Kysely<DB>): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select
      concat(case nspname when 'public' then null else nspname || '.' end, relname, '.', attname) as name,
      relkind in ('r', 'p') and attnotnull and not atthasdef and attidentity = '' as required
    from pg_attribute
    join pg_class on pg_class.oid = attrelid
    join pg_namespace on pg_namespace.oid = relnamespace
    where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v', 'm')
      and nspname !~ '^(pg_.*|information_schema|sliceway)$'
    order by nspname, relname, attnum`.execute(db);
  return rows;
}
