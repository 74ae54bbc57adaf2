import pg from "pg";
import { scramVerifier } from "./scram-verifier.ts";

/** Makes the role, or gives the one that is there this password. */
export async function ensureRole(admin: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  const verifier = pg.escapeLiteral(scramVerifier(password));
  await admin.query(`${verb} ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${verifier}`);
}

/** Makes the database if it is not there. Of all roles, only its owner may connect. */
export async function ensureDatabase(admin: pg.Client, database: string, owner: string): Promise<void> {
  const name = pg.escapeIdentifier(database);
  const { rowCount } = await admin.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  if (rowCount === 0) {
    await joinRole(admin, owner);
    await admin.query(`CREATE DATABASE ${name} OWNER ${pg.escapeIdentifier(owner)}`);
  }
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

/** Only who could become the owner may give it a database; the superuser may anyway. */
async function joinRole(admin: pg.Client, role: string): Promise<void> {
  const { rows } = await admin.query("SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
  if (!rows[0]?.rolsuper) await admin.query(`GRANT ${pg.escapeIdentifier(role)} TO CURRENT_USER`);
}

/** The same server, seen by another role and in another database. */
export function urlFor(adminUrl: string, database: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
