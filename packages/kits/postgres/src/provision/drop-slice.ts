import pg from "pg";
import { sqlName } from "./sql-name.ts";
import { withAdmin } from "./with-admin.ts";

/** Removes the database and the roles that `provisionSlice` made for `name`, with whoever is connected. */
export async function dropSlice(adminUrl: string, name: string): Promise<void> {
  const app = sqlName(name);
  await withAdmin(adminUrl, async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(app)} WITH (FORCE)`);
    for (const role of [app, `${app}_migrator`])
      await admin.query(`DROP ROLE IF EXISTS ${pg.escapeIdentifier(role)}`);
  });
}
