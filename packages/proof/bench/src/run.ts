import { SlicewayError } from "@sliceway/errors";
import { type Io, type Outcome, printOutcome } from "@sliceway/trial-kit";
import type { Config } from "./config.ts";
import { errors } from "./errors.ts";
import { HELP, type Options, readBenchOptions } from "./options.ts";

type Script = (options: Options, io: Io) => Promise<Outcome>;

/** Loaded when run: `memory` needs neither bundler nor browser. */
const scripts: Record<string, () => Promise<Script>> = {
  "page-bytes": async () => (await import("./scripts/page-bytes.ts")).pageBytes,
  lighthouse: async () => (await import("./scripts/lighthouse.ts")).lighthouseScores,
  memory: async () => (await import("./scripts/memory.ts")).memory,
  events: async () => (await import("./scripts/events.ts")).events,
  readme: async () => (await import("./scripts/readme.ts")).readme,
  "deploy-load": async () => (await import("./scripts/deploy-load.ts")).deployLoad,
};

/** Names of all measurements. */
export const scriptNames = Object.keys(scripts);

/**
 * Runs one script and prints what it has found; resolves to the exit code. Throws SlicewayError `SCRIPT_UNKNOWN`, and
 * whatever the script does.
 */
export async function run(argv: string[], config: Config, io: Io): Promise<number> {
  const options = readBenchOptions(argv, config);
  if (options.help) {
    io.print(HELP);
    return 0;
  }
  const load = Object.hasOwn(scripts, options.what) ? scripts[options.what] : undefined;
  if (!load) throw scriptUnknown(options.what);
  const script = await load();
  printOutcome(await script(options, io), io, options.json);
  return 0;
}

function scriptUnknown(what: string): SlicewayError {
  const message = what ? `There is no measurement called "${what}".` : "Say what to measure.";
  return new SlicewayError(errors.SCRIPT_UNKNOWN(message, { known: scriptNames.join(", ") }));
}
