import { parseReleaseRef, type ReleaseRef } from "@sliceway/manifest";
import { dropSlice, provisionSlice } from "@sliceway/postgres";
import { passwordOf, type Secrets } from "../home/secrets.ts";
import type { SliceDatabase } from "./slice-databases.ts";

/** Databases of releases that must not touch the data of their slice: `<slice>__` and 8 digits of the release. */
export interface IsolatedDatabases {
  /** A fresh one; what an earlier run may have left is gone. */
  create(ref: ReleaseRef): Promise<SliceDatabase>;
  drop(ref: ReleaseRef): Promise<void>;
}

export function createIsolatedDatabases(
  adminUrl: string,
  eventsUrl: string,
  secrets: Secrets,
): IsolatedDatabases {
  return {
    create: async (ref) => {
      const name = nameOf(ref);
      await dropSlice(adminUrl, name);
      const passwords = { app: passwordOf(secrets, name), migrator: passwordOf(secrets, `${name}/migrator`) };
      const urls = await provisionSlice(adminUrl, { name, passwords });
      const { username, password } = new URL(urls.appUrl);
      // A role that the event log does not let in: what nobody else sees must not publish either.
      return { ...urls, eventsUrl: Object.assign(new URL(eventsUrl), { username, password }).href };
    },
    drop: (ref) => dropSlice(adminUrl, nameOf(ref)),
  };
}

function nameOf(ref: ReleaseRef): string {
  const { slice, id } = parseReleaseRef(ref);
  return `${slice}__${id.slice(0, 8)}`;
}
