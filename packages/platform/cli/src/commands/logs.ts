import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { SlicewayError } from "@sliceway/errors";
import { parseLine, renderEntry } from "@sliceway/runtime";
import { type Command, Option } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../errors.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { followFile } from "../logs/follow-file.ts";
import { readLastLines } from "../logs/read-last-lines.ts";
import { sliceUnknown } from "../project/get-slice-dir.ts";

interface LogOptions {
  follow: boolean;
  /** How many of the last lines. */
  lines: number;
}

export function addLogs(program: Command, io: Io): void {
  const lines = new Option("-n, --lines <count>", "how many of the last lines")
    .default(100)
    .argParser(Number);
  program
    .command("logs")
    .description("Show a slice's log; also: gateway, registry, postgres.")
    .argument("<slice>")
    .option("-f, --follow", "go on with what is written from now on", false)
    .addOption(lines)
    .addHelpText("after", examples("sliceway logs posts -f", "sliceway logs gateway -n 500"))
    .action(async (name: string, options: { follow: boolean; lines: number }) =>
      logs(await openContext(io), name, options),
    );
}

/** Shows what a slice's servers, or another process of the platform, wrote. */
async function logs(context: Context, name: string, { follow, lines }: LogOptions): Promise<void> {
  const { io } = context;
  if (!Number.isInteger(lines) || lines < 0) throw linesMisspelt();
  const file = await getLogFile(context, name);
  const last = await readLastLines(file, lines);
  const print = (line: string) =>
    io.print(renderEntry(writerOf(line) ?? name, parseLine(line, new Date()), io.colors.isColorSupported));
  for (const line of last.lines) print(line);
  if (follow) await followFile(file, last.end, print, io.signal);
}

/** All releases of a slice share its log; each line begins with level, time and the name of its writer. */
function writerOf(line: string): string | undefined {
  return /^\{[^{}]*?"name":"([\w-]+@[0-9a-f]{12})"/.exec(line)?.[1];
}

async function getLogFile({ home, project }: Context, name: string): Promise<string> {
  const file = join(home.logs, `${name}.log`);
  if (/^[\w-]+$/.test(name) && existsSync(file)) return file;
  if (project.slices.has(name)) throw nothingLogged(name);
  const files = await readdir(home.logs).catch(() => []);
  const known = files
    .filter((entry) => entry.endsWith(".log"))
    .map((entry) => entry.slice(0, -".log".length));
  throw sliceUnknown(name, [...new Set([...project.slices.keys(), ...known])].sort());
}

function nothingLogged(name: string): SlicewayError {
  return new SlicewayError(errors.LOG_EMPTY(`${name} has not written anything yet.`));
}

function linesMisspelt(): SlicewayError {
  return new SlicewayError(errors.LINES_MISSPELT("The count of lines is not a number."));
}
