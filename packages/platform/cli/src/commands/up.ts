import { type Platform, startPlatform } from "@sliceway/runtime";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { readLive } from "../platform/live.ts";
import { inStep } from "../report/steps.ts";
import { checkReleases } from "../up/check-releases.ts";
import { declineDemoNetwork, loadDemoNetwork, wantDemoNetwork } from "../up/demo-network.ts";
import { findDifferences } from "../up/find-differences.ts";
import { firstStart } from "../up/first-start.ts";
import { createLogView, type LogView } from "../up/log-view.ts";
import { type StopSignals, watchStopSignals } from "../up/stop-signals.ts";
import { waitUntilServed } from "../up/wait-until-served.ts";
import { watchUpgrades } from "../up/watch-upgrades.ts";
import { renderWelcome, type Welcome } from "../up/welcome.ts";

interface UpOptions {
  /** Leaves the demo network out on the first start. */
  empty: boolean;
}

export function addUp(program: Command, io: Io): void {
  program
    .command("up")
    .description("Start everything and keep it running until Ctrl-C.")
    .option("--empty", "leave the demo network out on the first start", false)
    .addHelpText("after", examples("sliceway up", "GATEWAY_PORT=8080 sliceway up --empty"))
    .action(async (options: { empty: boolean }) => up(await openContext(io), options));
}

/**
 * Starts the platform and keeps it running until Ctrl-C or SIGTERM. The first start builds what lies in the tree and
 * makes it live; later ones run what is live. Throws what `startPlatform`, a build or a deployment throws.
 */
async function up(context: Context, options: UpOptions): Promise<void> {
  const { io } = context;
  const log = createLogView(io, context.config.logLevel);
  using stop = watchStopSignals();
  try {
    await using platform = await start(context, log, stop);
    using _ = watchUpgrades(platform, io);
    const welcome = await goLive(context, platform, options, stop.asked);
    for (const line of renderWelcome(io, welcome)) io.print(line);
    log.showAll();
    await untilAborted(stop.asked);
    io.print(io.colors.dim("Stopping; Ctrl-C again ends everything at once."));
  } catch (error) {
    if (!stop.asked.aborted) throw error;
  }
  io.print("Stopped.");
}

function start({ io, config, home }: Context, log: LogView, stop: StopSignals): Promise<Platform> {
  const options = {
    home: home.home,
    ports: config.ports,
    databaseAdminUrl: config.databaseUrl,
    onEntry: log.onEntry,
    signal: stop.asked,
    killSignal: stop.forced,
  };
  const what = config.databaseUrl ? "registry, gateway" : "PostgreSQL, registry, gateway";
  return inStep(
    io,
    "start",
    (step) => {
      step.note(what);
      return startPlatform(options);
    },
    ({ transport }) => `${what}; events travel through ${transport}`,
  );
}

/** Makes something live if nothing is yet, and waits until people can use it. */
async function goLive(
  context: Context,
  platform: Platform,
  { empty }: UpOptions,
  signal: AbortSignal,
): Promise<Welcome> {
  const isFirst = (await platform.registry.getRouting()).live === null;
  if (isFirst) {
    if (!empty) await wantDemoNetwork(context);
    await firstStart(context, platform, signal);
  }
  const { releases } = await readLive(platform.registry);
  checkReleases(context, releases);
  if (empty) await declineDemoNetwork(context);
  const hasDemo = await loadDemoNetwork(context, platform);
  const [missing, differing] = await Promise.all([
    inStep(
      context.io,
      "serve",
      () => waitUntilServed(platform, signal),
      (late) => (late.length > 0 ? `without ${late.join(", ")}` : Object.keys(releases).join(", ")),
    ),
    isFirst ? [] : findDifferences(context, releases),
  ]);
  return { gatewayUrl: platform.gatewayUrl, hasDemo, missing, differing };
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => resolve(), { once: true });
  if (signal.aborted) resolve();
  await promise;
}
