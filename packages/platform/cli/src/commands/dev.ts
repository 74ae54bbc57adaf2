import { SlicewayError } from "@sliceway/errors";
import type { Context } from "../context.ts";
import { readPreviewAccess } from "../deployment/tell-preview.ts";
import { createDevReport } from "../dev/dev-report.ts";
import { prepareShell } from "../dev/prepare-shell.ts";
import { openSession } from "../dev/session.ts";
import { openWorkshop, type WorkshopParts } from "../dev/workshop.ts";
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

/**
 * Shows a slice as it lies in the tree to whoever has the link, and each save of it, until Ctrl-C or SIGTERM. Throws
 * `DEV_NAME_TAKEN`, `DEV_SHELL`, and what keeps the first state of it from being shown.
 */
export async function dev(context: Context, slice: string, options: DevOptions): Promise<void> {
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

interface Work extends Omit<WorkshopParts, "session" | "shell" | "report"> {
  name: string;
}

/** Until the signal aborts, or the registry has taken the work for over: a machine that slept begins again. */
async function work({ name, ...parts }: Work, signal: AbortSignal): Promise<void> {
  const { context, connection, slice } = parts;
  const report = createDevReport(context.io);
  await using session = await openSession(connection.registry, { slice, name }, { report, signal });
  const shell = await prepareShell(context, connection, report);
  await using workshop = await openWorkshop({ ...parts, session, shell, report });
  await workshop.begin(signal);
  const { url } = await readPreviewAccess(connection, name);
  report.open({ slice, name, url });
  await workshop.work(AbortSignal.any([signal, session.lost]));
  if (!signal.aborted) report.tell("again", "the registry had not heard of this for a while");
}

function shellIsDeployed(): SlicewayError {
  return new SlicewayError(
    "DEV_SHELL",
    "The shell is the frame in which a slice is worked on, and cannot be worked on itself.",
    "Show it as a preview: sliceway deploy shell --preview <name>.",
  );
}
