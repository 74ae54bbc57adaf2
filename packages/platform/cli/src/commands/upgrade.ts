import { SlicewayError } from "@sliceway/errors";
import { findPlatform, listChildren, UPGRADE_SIGNAL } from "@sliceway/runtime";
import { sleep } from "@sliceway/service-kit";
import { Argument, type Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../errors.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { notRunning } from "../platform/connect.ts";
import { inStep } from "../report/steps.ts";

const POLL_MS = 50;
/** A gateway builds all that is live before it takes over. */
const START_MS = 120_000;
/** Clients have time to come for the answer that sends them to the new one. */
const LEAVE_MS = 45_000;
/** A start that failed is followed by another. */
const STARTS_MS = 5_000;

export function addUpgrade(program: Command, io: Io): void {
  program
    .command("upgrade")
    .description("Put a new process, from the code as it is installed now, in the place of one that runs.")
    .addArgument(new Argument("<process>", "no request fails by it").choices(["gateway"]))
    .addHelpText("after", examples("sliceway upgrade gateway"))
    .action(async () => upgradeGateway(await openContext(io)));
}

/**
 * Has the runtime put a new gateway in the place of the one that runs, and follows it. Throws SlicewayError
 * `NOT_RUNNING` or `UPGRADE_FAILED`; then the old gateway goes on.
 */
async function upgradeGateway(context: Context): Promise<void> {
  const { io, home } = context;
  const platform = await findPlatform(home.home);
  if (!platform) throw notRunning(home.home);
  const list = () => listChildren(home.run).flatMap(({ name, pid }) => (name === "gateway" ? [pid] : []));
  const old = list();
  const isOld = (pid: number) => old.includes(pid);
  process.kill(platform.pid, UPGRADE_SIGNAL);

  const next = await inStep(
    io,
    "start",
    () => until(() => list().find((pid) => !isOld(pid)), START_MS),
    (pid) => `process ${pid} beside ${old.join(", ")}`,
  );
  let aliveAt = performance.now();
  await inStep(
    io,
    "hand over",
    () =>
      until(() => {
        const now = list();
        if (now.some((pid) => !isOld(pid))) aliveAt = performance.now();
        else if (performance.now() - aliveAt > STARTS_MS) throw upgradeFailed();
        return now.some(isOld) ? undefined : true;
      }, START_MS + LEAVE_MS),
    () => `${old.join(", ")} has answered what it had and is gone`,
  );
  io.print("");
  io.print(`The gateway is process ${list()[0] ?? next}; nobody had to notice.`);
}

async function until<T>(find: () => T | undefined, ms: number): Promise<T> {
  for (const startedAt = performance.now(); performance.now() - startedAt < ms; await sleep(POLL_MS)) {
    const found = find();
    if (found !== undefined) return found;
  }
  throw upgradeFailed();
}

function upgradeFailed(): SlicewayError {
  return new SlicewayError(errors.UPGRADE_FAILED("The new gateway did not take over; the old one goes on."));
}
