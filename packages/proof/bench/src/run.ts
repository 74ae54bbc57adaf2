import { SlicewayError } from "@sliceway/errors";
import type { Config } from "./config.ts";
import type { Measured } from "./measured.ts";
import { type Options, readOptions } from "./options.ts";

type Script = (options: Options) => Promise<Measured>;

/** Loaded when run: `memory` needs neither bundler nor browser. */
const scripts: Record<string, () => Promise<Script>> = {
  "page-bytes": async () => (await import("./scripts/page-bytes.ts")).pageBytes,
  lighthouse: async () => (await import("./scripts/lighthouse.ts")).lighthouseScores,
  memory: async () => (await import("./scripts/memory.ts")).memory,
  events: async () => (await import("./scripts/events.ts")).events,
  "deploy-load": async () => (await import("./scripts/deploy-load.ts")).deployLoad,
};

/** Runs one script and prints what it has found. Throws SlicewayError `SCRIPT_UNKNOWN`, and whatever the script does. */
export async function run(argv: string[], config: Config): Promise<void> {
  const options = readOptions(argv, config);
  const load = Object.hasOwn(scripts, options.what) ? scripts[options.what] : undefined;
  if (!load) throw scriptUnknown(options.what);
  const script = await load();
  const { figures, lines } = await script(options);
  process.stdout.write(`${options.json ? JSON.stringify(figures, null, 2) : lines.join("\n")}\n`);
}

function scriptUnknown(what: string): SlicewayError {
  const known = Object.keys(scripts).join(", ");
  const message = what ? `There is no measurement called "${what}".` : "Say what to measure.";
  return new SlicewayError("SCRIPT_UNKNOWN", message, `Name one of: ${known}.`);
}
