import type pg from "pg";
import type { Migration } from "../read-migrations.ts";

export interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

/** Creates the ledger if need be. Only its owner may write it, whatever default privileges give to others. */
export async function prepareLedger(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS sliceway;
    CREATE TABLE IF NOT EXISTS sliceway.migration (
      name text PRIMARY KEY,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    );
    DO $$
    DECLARE other text;
    BEGIN
      FOR other IN
        SELECT DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END
        FROM pg_class, aclexplode(relacl)
        WHERE oid = 'sliceway.migration'::regclass AND grantee <> relowner AND privilege_type <> 'SELECT'
      LOOP
        EXECUTE format('REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON sliceway.migration FROM %s', other);
      END LOOP;
    END $$;
  `);
}

export async function listApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>("SELECT name, sha256 FROM sliceway.migration");
  return rows;
}

export async function recordApplied(client: pg.Client, migration: Migration): Promise<void> {
  const values = [migration.name, migration.sha256];
  await client.query("INSERT INTO sliceway.migration (name, sha256) VALUES ($1, $2)", values);
}
