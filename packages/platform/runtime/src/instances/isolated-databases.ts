import { dropSlice, provisionSlice } from "@sliceway/postgres";
import { parseReleaseRef, type ReleaseRef } from "@sliceway/protocol";
import { passwordOf, type Secrets } from "../home/secrets.ts";
import type { SliceDatabase } from "./slice-databases.ts";

/** Whose database it is: a release's, or that of all releases which name it, one after the other. */
export interface DatabaseOwner {
  ref: ReleaseRef;
  database?: string | undefined;
}

export interface IsolatedDatabase extends SliceDatabase {
  /** Nobody had it before. */
  isFresh: boolean;
}

/** Databases of releases that must not touch the data of their slice: `<slice>__` and 8 digits of the owner. */
export interface IsolatedDatabases {
  /** What an earlier run may have left is gone, unless another release works with it. */
  open(owner: DatabaseOwner): Promise<IsolatedDatabase>;
  /** Once for each `open`. The last one removes it. */
  close(owner: DatabaseOwner): Promise<void>;
}

export function createIsolatedDatabases(
  adminUrl: string,
  eventsUrl: string,
  secrets: Secrets,
): IsolatedDatabases {
  const users = new Map<string, number>();
  const count = (name: string, change: number) => {
    const now = (users.get(name) ?? 0) + change;
    users.set(name, now);
    return now;
  };
  return {
    open: async (owner) => {
      const name = nameOf(owner);
      const isFresh = count(name, 1) === 1;
      if (isFresh) await dropSlice(adminUrl, name);
      const passwords = { app: passwordOf(secrets, name), migrator: passwordOf(secrets, `${name}/migrator`) };
      const urls = await provisionSlice(adminUrl, { name, passwords });
      const { username, password } = new URL(urls.appUrl);
      // A role that the event log does not let in: what nobody else sees must not publish either.
      const ownEventsUrl = Object.assign(new URL(eventsUrl), { username, password }).href;
      return { ...urls, eventsUrl: ownEventsUrl, isFresh };
    },
    close: async (owner) => {
      const name = nameOf(owner);
      if (count(name, -1) === 0) await dropSlice(adminUrl, name);
    },
  };
}

function nameOf({ ref, database }: DatabaseOwner): string {
  const { slice, id } = parseReleaseRef(ref);
  return `${slice}__${(database ?? id).slice(0, 8)}`;
}
