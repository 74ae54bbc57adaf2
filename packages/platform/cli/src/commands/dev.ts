import { SlicewayError } from "@sliceway/errors";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../deployment/deployment-errors.ts";
import { readPreviewAccess } from "../deployment/tell-preview.ts";
import { createDevReport } from "../dev/dev-report.ts";
import { type DevServerParts, openDevServer } from "../dev/dev-server.ts";
import { prepareShell } from "../dev/prepare-shell.ts";
import { openSession } from "../dev/session.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { getSliceDir } from "../project/get-slice-dir.ts";
import { readManifest } from "../release/read-manifest.ts";
import { watchStopSignals } from "../up/stop-signals.ts";

interface DevOptions {
  /** Of the preview. */
  name?: string | undefined;
}

/** A preview's name has 40 characters at most. */
const LONGEST_NAME = 40;

export function addDev(program: Command, io: Io): void {
  program
    .command("dev")
    .description("Work on one slice within the platform that runs: what is saved shows, to who has the link.")
    .argument("<slice>", "the slice, as it lies in the tree")
    .option("--name <name>", "of your preview, where somebody else works on the same slice")
    .addHelpText("after", examples("sliceway dev posts", "sliceway dev posts --name alice"))
    .action(async (slice: string, options: { name?: string }) => dev(await openContext(io), slice, options));
}

/**
 * Shows a slice as it lies in the tree to whoever has the link, and each save of it, until Ctrl-C or SIGTERM. Throws
 * `DEV_NAME_TAKEN`, `DEV_SHELL`, and what keeps the first state of it from being shown.
 */
async function dev(context: Context, slice: string, options: DevOptions): Promise<void> {
  const sliceDir = getSliceDir(context.project, slice);
  const { role } = await readManifest(sliceDir);
  if (role === "shell") throw shellIsDeployed();
  const connection = await connect(context);
  const name = options.name ?? `dev-${slice}`.slice(0, LONGEST_NAME);
  using stop = watchStopSignals();
  try {
    while (!stop.asked.aborted) await work({ context, connection, slice, sliceDir, name }, stop.asked);
  } catch (error) {
    if (!stop.asked.aborted) throw error;
  }
  context.io.print(`The work on ${slice} is over; its pages show what is live.`);
}

interface Work extends Omit<DevServerParts, "session" | "shell" | "report"> {
  name: string;
}

/** Until the signal aborts, or the registry has taken the work for over: a machine that slept begins again. */
async function work({ name, ...parts }: Work, signal: AbortSignal): Promise<void> {
  const { context, connection, slice } = parts;
  const report = createDevReport(context.io);
  await using session = await openSession(connection.registry, { slice, name }, { report, signal });
  const shell = await prepareShell(context, connection, report);
  await using server = await openDevServer({ ...parts, session, shell, report });
  await server.begin(signal);
  const { url } = await readPreviewAccess(connection, name);
  report.open({ slice, name, url });
  await server.handleSaves(AbortSignal.any([signal, session.lost]));
  if (!signal.aborted) report.tell("again", "the registry had not heard of this for a while");
}

function shellIsDeployed(): SlicewayError {
  return new SlicewayError(
    errors.DEV_SHELL("The shell is the frame in which a slice is worked on, and cannot be worked on itself."),
  );
}
