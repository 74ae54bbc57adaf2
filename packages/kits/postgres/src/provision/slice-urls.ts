import { urlFor } from "./roles-and-databases.ts";
import { sqlName } from "./sql-name.ts";

export interface SlicePasswords {
  app: string;
  migrator: string;
}

export interface SliceUrls {
  /** Reads and writes rows; cannot change the schema. */
  appUrl: string;
  /** Owns the database and everything that migrations make. */
  migratorUrl: string;
}

/**
 * The URLs of a slice's database, whether it is there or not. `serverUrl` is any URL of the server; its user and
 * password do not matter. Throws `NAME_RESERVED`.
 */
export function sliceUrls(
  serverUrl: string,
  { name, passwords }: { name: string; passwords: SlicePasswords },
): SliceUrls {
  const app = sqlName(name);
  return {
    appUrl: urlFor(serverUrl, app, app, passwords.app),
    migratorUrl: urlFor(serverUrl, app, `${app}_migrator`, passwords.migrator),
  };
}
