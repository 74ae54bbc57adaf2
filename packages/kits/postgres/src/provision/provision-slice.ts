import pg from "pg";
import { ensureDatabase, ensureRole } from "./roles-and-databases.ts";
import { type SlicePasswords, type SliceUrls, sliceUrls } from "./slice-urls.ts";
import { sqlName } from "./sql-name.ts";
import { withAdmin, withClient } from "./with-admin.ts";

/**
 * Makes a slice's database `<name>`, its role `<name>` for the server and `<name>_migrator` for migrations; dashes
 * become underscores. No other role may connect. What is there already is kept and gets these passwords (ASCII).
 */
export async function provisionSlice(
  adminUrl: string,
  { name, passwords }: { name: string; passwords: SlicePasswords },
): Promise<SliceUrls> {
  const app = sqlName(name);
  const migrator = `${app}_migrator`;
  const urls = sliceUrls(adminUrl, { name, passwords });
  await withAdmin(adminUrl, async (admin) => {
    await ensureRole(admin, app, passwords.app);
    await ensureRole(admin, migrator, passwords.migrator);
    await ensureDatabase(admin, app, migrator);
    await withClient(urls.migratorUrl, (owner) => grantRows(owner, app));
  });
  return urls;
}

/** Run as the migrator: whatever it makes from now on, the server's role may use. */
async function grantRows(owner: pg.Client, role: string): Promise<void> {
  const app = pg.escapeIdentifier(role);
  await owner.query(`
    GRANT CONNECT ON DATABASE ${app} TO ${app};
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO ${app};
    ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO ${app};
    ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
    ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO ${app};
  `);
}
