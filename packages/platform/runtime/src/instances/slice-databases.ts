import { provisionSlice, type SlicePasswords, type SliceUrls, sliceUrls } from "@sliceway/postgres";
import { passwordOf, type Secrets } from "../home/secrets.ts";

export interface SliceDatabase extends SliceUrls {
  /** The event log, as the slice's own role. */
  eventsUrl: string;
}

/** Gives a slice's URLs; its database and roles are made at the first call. */
export type SliceDatabases = (slice: string) => Promise<SliceDatabase>;

export function createSliceDatabases(adminUrl: string, eventsUrl: string, secrets: Secrets): SliceDatabases {
  const known = new Map<string, Promise<SliceDatabase>>();
  const provision = async (slice: string): Promise<SliceDatabase> => {
    const urls = await provisionSlice(adminUrl, { name: slice, passwords: passwordsOf(slice, secrets) });
    return { ...urls, eventsUrl: withCredentialsOf(eventsUrl, urls.appUrl) };
  };
  return (slice) => {
    const found = known.get(slice) ?? provision(slice);
    known.set(slice, found);
    found.catch(() => known.delete(slice));
    return found;
  };
}

/** The URL of a slice's database, as its server has it; whether it is there shows when somebody connects. */
export function sliceDatabaseUrl(databaseServer: string, slice: string, secrets: Secrets): string {
  return sliceUrls(databaseServer, { name: slice, passwords: passwordsOf(slice, secrets) }).appUrl;
}

function passwordsOf(slice: string, secrets: Secrets): SlicePasswords {
  return { app: passwordOf(secrets, slice), migrator: passwordOf(secrets, `${slice}/migrator`) };
}

function withCredentialsOf(url: string, from: string): string {
  const { username, password } = new URL(from);
  return Object.assign(new URL(url), { username, password }).href;
}
