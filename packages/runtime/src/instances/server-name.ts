import { ISOLATED, type RegistryState, type ReleaseRef } from "@sliceway/manifest";

type Wanted = RegistryState["wanted"][number];

/**
 * What the runtime calls a server: its release, and that it is isolated if it is. One that changes between the shared
 * database and one of its own is another server.
 */
export function serverName({ slice, release, isolated }: Wanted): ReleaseRef {
  return `${slice}@${release}${isolated ? ISOLATED : ""}`;
}

export function readServerName(name: ReleaseRef): { ref: ReleaseRef; isIsolated: boolean } {
  if (!name.endsWith(ISOLATED)) return { ref: name, isIsolated: false };
  const [slice = "", id = ""] = name.slice(0, -ISOLATED.length).split("@");
  return { ref: `${slice}@${id}`, isIsolated: true };
}
