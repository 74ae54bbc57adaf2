import { join } from "node:path";
import { runProgram } from "../installation/run-program.ts";
import type { Site } from "./site.ts";

/**
 * Runs a command as an operator would, with the code that lies in `dir`, on the site's platform. Resolves to what it
 * printed; rejects with all that it said if it has failed.
 */
export async function sliceway(dir: string, site: Site, ...argv: string[]): Promise<string> {
  const options = { cwd: dir, env: envOf(dir, site) };
  const { code, printed, warned } = await runProgram(binOf(dir), argv, options);
  if (code === 0) return printed;
  throw new Error(`sliceway ${argv.join(" ")} ended with code ${code}: ${printed}${warned}`.trim());
}

export function binOf(dir: string): string {
  return join(dir, "node_modules/.bin/sliceway");
}

/** Nothing of our own settings; the Node that the project brings along. */
export function envOf(dir: string, { home, ports }: Site): NodeJS.ProcessEnv {
  return {
    PATH: `${join(dir, "node_modules/.bin")}:${process.env.PATH}`,
    HOME: process.env.HOME,
    SLICEWAY_HOME: home,
    GATEWAY_PORT: String(ports.gateway),
    REGISTRY_PORT: String(ports.registry),
  };
}
