import { releaseRef } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";

/**
 * Takes no release any more that is signed with the key, and names those that were. Throws SlicewayError: `NOT_RUNNING`,
 * `RIGHT_MISSING`, `SIGNING_KEY_UNKNOWN`.
 */
export async function keyRevoke(context: Context, id: string): Promise<void> {
  const { io } = context;
  const { registry } = await connect(context);
  const slices = (await registry.revokeSigningKey(id)).map(({ slice }) => slice);
  io.print(`Nothing of ${slices.join(", ")} is published with the key ${id} any more.`);
  const lists = await Promise.all(slices.map((slice) => registry.listReleases(slice)));
  const signed = lists.flat().filter(({ signature }) => signature.key === id);
  if (signed.length === 0) return;
  io.print(
    "What was published with it stays. If somebody else had the key, look at these and revoke what is not yours:",
  );
  for (const release of signed) io.print(`  sliceway revoke ${releaseRef(release)}`);
}
