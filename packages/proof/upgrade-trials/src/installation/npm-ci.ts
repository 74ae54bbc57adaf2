import { SlicewayError } from "@sliceway/errors";
import { errors } from "../errors.ts";
import { runProgram } from "./run-program.ts";

/** Installs what a checkout needs, as its lock file says. Throws SlicewayError `OLD_CODE_NOT_INSTALLED`. */
export async function npmCi(dir: string): Promise<void> {
  // Behind whatever else runs: where people use the machine meanwhile, an operator would do the same.
  const args = ["-n", "19", "npm", "ci", "--prefer-offline", "--no-audit", "--no-fund"];
  const { code, warned } = await runProgram("nice", args, { cwd: dir, env: npmEnv() });
  if (code === 0) return;
  const tail = warned.trim().split("\n").slice(-5).join("\n");
  throw new SlicewayError(errors.OLD_CODE_NOT_INSTALLED(`npm ci failed in ${dir}:\n${tail}`));
}

/** Not what an npm that runs us has set for its own run. */
function npmEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name));
  return Object.fromEntries(kept);
}
