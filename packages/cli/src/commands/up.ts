import { type Platform, startPlatform } from "@sliceway/runtime";
import type { Context } from "../context.ts";
import { inStep } from "../report/steps.ts";
import { deployAll } from "../up/deploy-all.ts";
import { findChangedSlices } from "../up/find-changed-slices.ts";
import { seedAll } from "../up/seed-all.ts";
import { createStop } from "../up/stop.ts";
import { createTerminalLog } from "../up/terminal-log.ts";
import { untilServing } from "../up/until-serving.ts";

export interface UpOptions {
  /** Leaves the demo network out of the first start. */
  empty: boolean;
}

/**
 * Starts everything and keeps it running until it is told to stop. The first start builds all slices and makes them
 * live as one set; every other one runs what is live.
 */
export async function up(context: Context, { empty }: UpOptions): Promise<void> {
  const { io, config, home } = context;
  const log = createTerminalLog(io, config.logLevel);
  const stop = createStop(io);
  await using stack = new AsyncDisposableStack();
  const platform = await inStep(
    io,
    "start",
    () =>
      startPlatform({
        home: home.home,
        ports: config.ports,
        databaseAdminUrl: config.databaseUrl,
        onEntry: log.write,
        killSignal: stop.hurry,
      }),
    () => "PostgreSQL, registry",
  );
  stack.use(platform);
  await Promise.race([makeReady(context, platform, { empty }, stop.signal), stop.asked]);
  if (!stop.signal.aborted) {
    log.showAll();
    io.print(`${io.colors.green("ready")}  ${io.colors.bold(platform.gatewayUrl)}`);
    await stop.asked;
  }
  io.print("stopping: requests in flight are answered first (Ctrl-C again ends at once)");
}

async function makeReady(
  context: Context,
  platform: Platform,
  { empty }: UpOptions,
  signal: AbortSignal,
): Promise<void> {
  const { io } = context;
  const { routing } = await platform.until(() => true, signal);
  const isFirst = routing.live === null;
  if (isFirst) await deployAll(context, platform);
  if (isFirst && !empty) await seedAll(context, platform);
  await inStep(
    io,
    "ready",
    () => untilServing(platform, signal),
    (late) => late,
  );
  const changed = isFirst ? [] : await findChangedSlices(context, platform);
  if (changed.length > 0) {
    io.print(`The working tree differs from what is live: ${changed.join(", ")}.`);
    io.print(`Make it live with: npx sliceway deploy ${changed.join(" ")}`);
  }
}
