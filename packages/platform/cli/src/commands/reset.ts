import { existsSync } from "node:fs";
import { readdir, rm, rmdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { startPostgres } from "@sliceway/postgres";
import { endOrphans, findPlatform, type HomePaths } from "@sliceway/runtime";
import { createLogger } from "@sliceway/service-kit";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../errors.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addReset(program: Command, io: Io): void {
  program
    .command("reset")
    .description("Remove all data, releases, secrets and logs of this installation.")
    .option("-y, --yes", "do not ask", false)
    .addHelpText("after", examples("sliceway reset", "sliceway reset --yes"))
    .action(async (options: { yes: boolean }) => reset(await openContext(io), options));
}

/** Removes everything an installation has kept, after asking. Throws SlicewayError: `STILL_RUNNING`, `UNCONFIRMED`. */
async function reset(context: Context, { yes }: { yes: boolean }): Promise<void> {
  const { io, home, buildsDir } = context;
  const running = await findPlatform(home.home);
  if (running) throw stillRunning(home.home, running.pid);
  const own = await listOwn(home, buildsDir);
  if (own.length === 0) {
    io.print(`There is nothing to remove in ${home.home}.`);
    return;
  }
  if (!yes) await confirm(context);
  await endLeftOver(home);
  for (const name of own) await rm(join(home.home, name), { recursive: true, force: true });
  // Whatever else somebody keeps in that folder stays, and the folder with it.
  await rmdir(home.home).catch(() => {});
  if (context.config.databaseUrl)
    io.print("The databases on the server of DATABASE_URL are left as they are.");
  io.print(`Removed all data, releases, secrets and logs from ${home.home}.`);
}

/** What Sliceway itself put into the home. */
async function listOwn({ home: dir, ...parts }: HomePaths, buildsDir: string): Promise<string[]> {
  const names = new Set([buildsDir, ...Object.values<string>(parts)].map((path) => basename(path)));
  const found = await readdir(dir).catch(() => []);
  return found.filter((name) => names.has(name) || /^postgres-\d+$/.test(name));
}

async function confirm({ io, home }: Context): Promise<void> {
  const question = `Remove all data, releases, secrets and logs in ${home.home}? Type "yes": `;
  if (io.interactive && (await io.ask(question)) === "yes") return;
  throw new SlicewayError(errors.UNCONFIRMED("Nothing was removed."));
}

/** Ends the processes that a killed platform left behind: they would write into what is being removed. */
async function endLeftOver(home: HomePaths): Promise<void> {
  const log = createLogger({ name: "reset", level: "silent" });
  if (existsSync(home.run)) await endOrphans(home.run);
  const databases = (await readdir(home.home)).filter((name) => /^postgres-\d+$/.test(name));
  if (!databases.some((name) => existsSync(join(home.home, name, "postmaster.pid")))) return;
  // Starting takes over the one that runs; disposing stops it.
  await using _postgres = await startPostgres({ home: home.home, log });
}

function stillRunning(homeDir: string, pid: number): SlicewayError {
  return new SlicewayError(errors.STILL_RUNNING(`A platform runs from ${homeDir} (process ${pid}).`));
}
