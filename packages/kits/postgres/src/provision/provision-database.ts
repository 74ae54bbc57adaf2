import { ensureDatabase, ensureRole, urlFor } from "./roles-and-databases.ts";
import { sqlName } from "./sql-name.ts";
import { withAdmin } from "./with-admin.ts";

/**
 * Makes a database and a role of the same name that owns it; nobody else may connect. Dashes in the name become
 * underscores. What is there already is kept and gets this password. Returns the owner's URL.
 */
export async function provisionDatabase(
  adminUrl: string,
  { name, password }: { name: string; password: string },
): Promise<string> {
  const database = sqlName(name);
  await withAdmin(adminUrl, async (admin) => {
    await ensureRole(admin, database, password);
    await ensureDatabase(admin, database, database);
  });
  return urlFor(adminUrl, database, database, password);
}
