import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { findPlatform, homePaths, listChildren } from "@sliceway/runtime";
import { errors } from "../errors.ts";

export const DATABASE = "postgresql";
const RUNTIME = "runtime";

export interface Root {
  name: string;
  pid: number;
}

/** The processes that a running platform consists of, each with the name it goes by. Throws SlicewayError `NOT_RUNNING`. */
export async function findRoots(home: string): Promise<Root[]> {
  const platform = await findPlatform(home);
  if (!platform) throw new SlicewayError(errors.NOT_RUNNING(`No platform runs from ${home}.`));
  const children = listChildren(homePaths(home).run).map(({ name, pid }) => ({ name, pid }));
  return [{ name: RUNTIME, pid: platform.pid }, ...children, ...(await findDatabase(home))];
}

/** The embedded server writes its process down itself; another one is not ours to measure. */
async function findDatabase(home: string): Promise<Root[]> {
  const folder = (await readdir(home)).find((name) => /^postgres-\d+$/.test(name));
  const text = await readFile(join(home, folder ?? "", "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number.parseInt(text, 10);
  return pid ? [{ name: DATABASE, pid }] : [];
}
