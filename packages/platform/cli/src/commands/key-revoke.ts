import { releaseRef } from "@sliceway/protocol";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";

export function addKeyRevoke(key: Command, io: Io): void {
  key
    .command("revoke")
    .description("Take no release any more that is signed with a key; name those that were.")
    .argument("<id>", "as `sliceway key list` shows it")
    .addHelpText("after", examples("sliceway key revoke k-3f9c2a1b04de"))
    .action(async (id: string) => keyRevoke(await openContext(io), id));
}

/**
 * Takes no release any more that is signed with the key, and names those that were. Throws SlicewayError: `NOT_RUNNING`,
 * `RIGHT_MISSING`, `SIGNING_KEY_UNKNOWN`.
 */
async function keyRevoke(context: Context, id: string): Promise<void> {
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
