import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { commitChange } from "../routing/commit-change.ts";

interface SetRouting {
  /** The revision that the caller has seen. */
  revision: number;
  /** Id of a stored vector. */
  live: string;
}

/** Makes a stored vector live by compare-and-set. Throws `VECTOR_UNKNOWN` or `ROUTING_MOVED` with the current one. */
export async function setRouting(
  context: Context,
  { revision, live }: SetRouting,
  by: string,
): Promise<Routing> {
  return await commitChange(context, { kind: "set-live", revision, vector: live, by });
}
