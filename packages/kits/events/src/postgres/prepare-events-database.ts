import { fileURLToPath } from "node:url";
import { type Logger, migrate, readMigrations } from "@sliceway/service-kit";
import { Client } from "pg";

const migrationsDir = fileURLToPath(new URL("../../log-migrations", import.meta.url));

/**
 * Makes the event log in the database at `ownerUrl`, or brings it up to date. Every role may then connect, read all
 * events and add those whose source is its own name (dashes for underscores). Safe to repeat.
 */
export async function prepareEventsDatabase(ownerUrl: string, log: Logger): Promise<void> {
  await migrate(ownerUrl, await readMigrations(migrationsDir), log);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    await client.query(`grant connect on database ${client.escapeIdentifier(rows[0]?.name ?? "")} to public`);
  } finally {
    await client.end();
  }
}
