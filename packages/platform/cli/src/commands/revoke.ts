import { SlicewayError } from "@sliceway/errors";
import { parseReleaseRef } from "@sliceway/protocol";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../deployment/deployment-errors.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { inStep } from "../report/steps.ts";

export function addRevoke(program: Command, io: Io): void {
  program
    .command("revoke")
    .description("Bar a bad release for ever, and move the pages that still hold on to it at once.")
    .argument("<release>", "such as posts@3f9c2a1b04de")
    .addHelpText("after", examples("sliceway revoke posts@3f9c2a1b04de"))
    .action(async (release: string) => revoke(await openContext(io), release));
}

/**
 * Bars a release for ever and moves the pages that hold on to it. Throws SlicewayError: `NOT_RUNNING`,
 * `RELEASE_UNKNOWN`, `RELEASE_LIVE`, `TARGET_INVALID`.
 */
async function revoke(context: Context, ref: string): Promise<void> {
  const { io } = context;
  const { slice, id } = parseRef(ref);
  const { registry } = await connect(context);
  await inStep(
    io,
    "revoke",
    () => registry.revoke(slice, id),
    () => ref,
  );
  io.print("");
  io.print(`Nobody is sent to ${ref} any more. Its pages move to what is live, or are asked to reload.`);
}

function parseRef(ref: string): { slice: string; id: string } {
  try {
    return parseReleaseRef(ref);
  } catch (cause) {
    throw new SlicewayError(errors.TARGET_INVALID((cause as TypeError).message), { cause });
  }
}
