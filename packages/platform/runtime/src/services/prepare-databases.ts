import { prepareEventsDatabase } from "@sliceway/events";
import { provisionDatabase } from "@sliceway/postgres";
import type { Logger } from "@sliceway/service-kit";
import { passwordOf, type Secrets } from "../home/secrets.ts";

export interface PlatformDatabases {
  registryUrl: string;
  eventsUrl: string;
}

/** Makes the databases that belong to no slice, each with a role that owns it: `registry`, and the event log. */
export async function prepareDatabases(
  adminUrl: string,
  secrets: Secrets,
  log: Logger,
): Promise<PlatformDatabases> {
  const provision = (name: string) =>
    provisionDatabase(adminUrl, { name, password: passwordOf(secrets, name) });
  const registryUrl = await provision("registry");
  const eventsUrl = await provision("events");
  await prepareEventsDatabase(eventsUrl, log);
  return { registryUrl, eventsUrl };
}
