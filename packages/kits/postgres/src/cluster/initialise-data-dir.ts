import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { isAlive } from "../postmaster/is-alive.ts";
import type { Cluster } from "./cluster.ts";
import { writeClusterState } from "./cluster-state.ts";
import { commandAs, ownerOfFiles } from "./run-as.ts";
import { SUPERUSER } from "./superuser-url.ts";
import { unwritable } from "./unwritable.ts";

const run = promisify(execFile);

type Place = Omit<Cluster, "password">;

/** Makes the data directory beside its place and renames it, so that there is all of it or none. */
export async function initialiseDataDir(place: Place): Promise<void> {
  await removeLeftovers(place);
  const dir = `${place.dataDir}.new-${process.pid}`;
  const passwordFile = `${dir}.password`;
  try {
    const password = randomBytes(24).toString("base64url");
    await prepareFor(place, dir, passwordFile, password);
    await runInitdb(place, dir, passwordFile);
    await writeClusterState(dir, { password });
    await rename(dir, place.dataDir).catch(ignoreOvertaken);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(dir, { recursive: true, force: true });
  }
}

/** What launchers that were killed in the middle left behind. */
async function removeLeftovers({ home }: Place): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^postgres-\d+\.new-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

async function prepareFor(
  { runAs }: Place,
  dir: string,
  passwordFile: string,
  password: string,
): Promise<void> {
  try {
    await mkdir(dir, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (runAs.kind !== "user") return;
    const { uid, gid } = ownerOfFiles(runAs);
    await chown(dir, uid, gid);
    await chown(passwordFile, uid, gid);
  } catch (cause) {
    throw unwritable(dir, cause);
  }
}

async function runInitdb(
  { binaries, runAs, logFile }: Place,
  dir: string,
  passwordFile: string,
): Promise<void> {
  const { file, args, options } = commandAs(runAs, binaries.initdb, [
    `--pgdata=${dir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ]);
  try {
    await run(file, args, {
      ...options,
      cwd: "/",
      env: { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C" },
    });
  } catch (cause) {
    const { stderr } = cause as { stderr?: string };
    throw new SlicewayError(
      errors.POSTGRES_FAILED(
        `PostgreSQL could not be initialised: ${stderr?.trim().split("\n")[0] ?? (cause as Error).message}.`,
        { logFile },
      ),
      { cause },
    );
  }
}

/** Another launcher was faster: its directory is as good as ours. */
function ignoreOvertaken(error: NodeJS.ErrnoException) {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
}
