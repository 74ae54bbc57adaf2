import { relative } from "node:path";
import { createSigningKey, printSigningKey } from "@sliceway/protocol";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { findHomeKey, homeKeyPath, writeHomeKey } from "../signing/home-key.ts";

export function addKeyCreate(key: Command, io: Io): void {
  key
    .command("create")
    .description("Make a key, keep it in the home and register its public half.")
    .argument("<slice>")
    .option("--print", "print it once, for a pipeline's secrets, and keep it nowhere", false)
    .addHelpText(
      "after",
      examples(
        "sliceway key create posts",
        "sliceway key create posts --print | gh secret set SLICEWAY_SIGNING_KEY",
      ),
    )
    .action(async (slice: string, options: { print: boolean }) =>
      keyCreate(await openContext(io), slice, options),
    );
}

/**
 * Makes a key that releases of a slice may be signed with: kept in the home, or printed for a pipeline's secrets and
 * kept nowhere. Throws SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`, `KEY_UNREADABLE`.
 */
async function keyCreate(context: Context, slice: string, { print }: { print: boolean }): Promise<void> {
  const { io, home } = context;
  const { registry } = await connect(context);
  const key = createSigningKey();
  await registry.addSigningKey(slice, key.publicKey);
  if (print) {
    io.warn(`The key ${key.id} signs releases of ${slice}.`);
    io.warn("Set it as SLICEWAY_SIGNING_KEY where it is used. It is shown this once and kept nowhere:");
    io.print(printSigningKey(key));
    return;
  }
  const before = await findHomeKey(home, slice).catch(() => undefined);
  await writeHomeKey(home, slice, key);
  io.print(`The key ${key.id} signs releases of ${slice}; it is kept in ${tell(context, slice)}.`);
  if (before)
    io.print(
      `It took the place of ${before.id}, which still signs until you end that: sliceway key revoke ${before.id}`,
    );
}

function tell({ io, home }: Context, slice: string): string {
  return relative(io.cwd, homeKeyPath(home, slice));
}
