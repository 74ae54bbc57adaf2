import { ISOLATED, type RegistryState, type ReleaseRef } from "@sliceway/protocol";

type Wanted = RegistryState["wanted"][number];

interface ServerName {
  ref: ReleaseRef;
  isIsolated: boolean;
  /** Of a database of its own that outlives it. */
  database?: string;
}

const ISOLATED_NAME = new RegExp(`^(.+)@(.+)${ISOLATED}(?::(.+))?$`);

/**
 * What the runtime calls a server: its release, and which database is its own, if one is. One that changes between the
 * shared database and one of its own is another server.
 */
export function serverName({ slice, release, isolated, database }: Wanted): ReleaseRef {
  const own = database === undefined ? ISOLATED : `${ISOLATED}:${database}`;
  return `${slice}@${release}${isolated ? own : ""}`;
}

export function readServerName(name: ReleaseRef): ServerName {
  const [, slice, release, database] = ISOLATED_NAME.exec(name) ?? [];
  if (!slice || !release) return { ref: name, isIsolated: false };
  return { ref: `${slice}@${release}`, isIsolated: true, ...(database !== undefined && { database }) };
}
