import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { npmCi } from "./npm-ci.ts";
import { cacheDir, projectDir } from "./project.ts";
import { type Ran, runProgram } from "./run-program.ts";

/** The code of a commit, and all that it needs. */
export interface Checkout {
  /** In full. */
  commit: string;
  /** Nothing can run there: Node runs no TypeScript below a folder `node_modules`. */
  dir: string;
}

/**
 * Lays the code of a commit into a folder that is kept for the next time, and installs what it needs.
 * Throws SlicewayError `OLD_CODE_MISSING` or `OLD_CODE_NOT_INSTALLED`.
 */
export async function openCheckout(commit: string, tell: (line: string) => void): Promise<Checkout> {
  const full = await findCommit(commit);
  const dir = join(cacheDir, full);
  if (existsSync(dir)) return { commit: full, dir };
  tell(`installing ${full.slice(0, 7)} for the first time`);
  const draft = `${dir}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const archive = join(draft, "code.tar");
  await git("archive", "--output", archive, full);
  await runProgram("tar", ["-xf", "code.tar"], { cwd: draft });
  await rm(archive);
  await npmCi(draft);
  await rename(draft, dir);
  return { commit: full, dir };
}

async function findCommit(commit: string): Promise<string> {
  const { code, printed } = await git("rev-parse", "--verify", "--quiet", `${commit}^{commit}`);
  if (code === 0) return printed.trim();
  const message = `The commit ${commit} is not in this clone.`;
  throw new SlicewayError(errors.OLD_CODE_MISSING(message, { commit }));
}

function git(...args: string[]): Promise<Ran> {
  return runProgram("git", args, { cwd: projectDir });
}
