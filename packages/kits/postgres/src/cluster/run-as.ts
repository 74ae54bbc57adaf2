import { execFile } from "node:child_process";
import { userInfo } from "node:os";
import { promisify } from "node:util";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import type { Binaries } from "./find-binaries.ts";

const run = promisify(execFile);

/**
 * How PostgreSQL, which refuses to be root, is run: as ourselves; in a user namespace where we are called nobody (files
 * stay ours); or, by root, as the real user nobody.
 */
export type RunAs =
  | { kind: "self" }
  | { kind: "namespace"; uid: number; gid: number }
  | { kind: "user"; uid: number; gid: number };

export interface Command {
  readonly file: string;
  readonly args: string[];
  readonly options: { uid?: number; gid?: number };
}

/** The command that runs `file` in the way chosen. Its process id is PostgreSQL's own. */
export function commandAs(runAs: RunAs, file: string, args: string[]): Command {
  switch (runAs.kind) {
    case "self":
      return { file, args, options: {} };
    case "namespace":
      return {
        file: "unshare",
        args: ["--user", `--map-user=${runAs.uid}`, `--map-group=${runAs.gid}`, "--", file, ...args],
        options: {},
      };
    case "user":
      return { file, args, options: { uid: runAs.uid, gid: runAs.gid } };
    default:
      return runAs satisfies never;
  }
}

/** The owner that the data directory's files must have. */
export function ownerOfFiles(runAs: RunAs): { uid: number; gid: number } {
  if (runAs.kind === "user") return runAs;
  return { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
}

/** Picks the first way that works on this machine. Throws `POSTGRES_AS_ROOT` or `POSTGRES_NAMELESS_USER`. */
export async function chooseRunAs(binaries: Binaries, home: string): Promise<RunAs> {
  const isRoot = process.geteuid?.() === 0;
  if (!isRoot && hasName()) return { kind: "self" };
  const nobody = await findNobody();
  const ways: RunAs[] = nobody ? [{ kind: "namespace", ...nobody }] : [];
  if (nobody && isRoot) ways.push({ kind: "user", ...nobody });
  for (const way of ways) if (await works(way, binaries, home)) return way;
  throw isRoot ? refuseRoot(home) : refuseNameless();
}

/** PostgreSQL wants its user's name, which a user id given to a container often lacks. */
function hasName(): boolean {
  try {
    return userInfo().username !== "";
  } catch {
    return false;
  }
}

async function findNobody(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", "nobody"]), run("id", ["-g", "nobody"])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function works(way: RunAs, binaries: Binaries, home: string): Promise<boolean> {
  const probes = [commandAs(way, binaries.postgres, ["--version"]), commandAs(way, "test", ["-x", home])];
  const results = await Promise.allSettled(
    probes.map(({ file, args, options }) => run(file, args, { ...options, cwd: "/" })),
  );
  return results.every((result) => result.status === "fulfilled");
}

function refuseRoot(home: string): SlicewayError {
  return new SlicewayError(
    errors.POSTGRES_AS_ROOT(
      `PostgreSQL does not run as root; here unshare is forbidden and the user nobody cannot reach ${home}.`,
    ),
  );
}

function refuseNameless(): SlicewayError {
  return new SlicewayError(
    errors.POSTGRES_NAMELESS_USER(
      `PostgreSQL needs a user with a name, and user ${process.geteuid?.()} has none in /etc/passwd.`,
    ),
  );
}
