import { provisionSlice } from "@sliceway/postgres";
import type { Home } from "../home/open-home.ts";
import { passwordOf, type Secrets } from "../home/secrets.ts";

/** Where a slice's server finds its database and the event log, and where its migrations run. */
export interface SliceDatabase {
  appUrl: string;
  migratorUrl: string;
  /** The log of events, with the slice's own role. */
  eventsUrl: string;
}

export interface DatabaseOptions {
  home: Home;
  secrets: Secrets;
  adminUrl: string;
}

/** Makes slices' databases and roles when they are first asked for. */
export function createSliceDatabases({ home, secrets, adminUrl }: DatabaseOptions): {
  open: (slice: string) => Promise<SliceDatabase>;
} {
  const opened = new Map<string, Promise<SliceDatabase>>();
  // one after the other: each new password is written into the one file of secrets
  let last: Promise<unknown> = Promise.resolve();

  async function provision(slice: string): Promise<SliceDatabase> {
    const passwords = {
      app: await passwordOf(home, secrets, slice),
      migrator: await passwordOf(home, secrets, `${slice}-migrator`),
    };
    const urls = await provisionSlice(adminUrl, { name: slice, passwords });
    const eventsUrl = Object.assign(new URL(urls.appUrl), { pathname: "/events" }).href;
    return { ...urls, eventsUrl };
  }

  function provisionNext(slice: string): Promise<SliceDatabase> {
    const next = last.then(() => provision(slice));
    last = next.catch(() => opened.delete(slice));
    opened.set(slice, next);
    return next;
  }
  return { open: (slice) => opened.get(slice) ?? provisionNext(slice) };
}
