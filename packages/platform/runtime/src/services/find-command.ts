import { realpath } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import { dirname, resolve } from "node:path";
import { parseFile } from "@sliceway/service-kit";
import { z } from "zod";
import type { ChildCommand } from "../process/start-child.ts";

/** Finds how a program is run, as it is installed now. A rejection is a start that failed. */
export type FindCommand = () => Promise<Pick<ChildCommand, "command" | "args" | "cwd">>;

/** How the platform's own processes are run. */
export interface ServiceCommands {
  gateway: FindCommand;
  registry: FindCommand;
}

const manifestSchema = z.object({ bin: z.record(z.string(), z.string()) });

/**
 * The command that an installed package brings: the first of `bin` in its package.json, run by the Node that runs us.
 * `node_modules/.bin` may lack it, since npm adds no links for packages of a workspace that are there already.
 */
export function commandOf(packageName: string): FindCommand {
  return async () => {
    const manifest = findPackageJSON(packageName, import.meta.url);
    if (!manifest) throw new Error(`${packageName} is not installed`);
    const [file] = Object.values((await parseFile(manifestSchema, manifest)).bin);
    if (file === undefined) throw new Error(`${packageName} brings no command`);
    const program = await realpath(resolve(manifest, "..", file));
    return { command: process.execPath, args: [program], cwd: dirname(program) };
  };
}
