import { Command } from "commander";
import manifest from "../package.json" with { type: "json" };
import { examples } from "./examples.ts";
import type { Io } from "./io.ts";

/** Adds a command to the program, or to the command above it. */
type AddCommand = (program: Command, io: Io) => void;

/** In the order in which help lists them. */
const COMMANDS: Record<string, () => Promise<AddCommand>> = {
  up: async () => (await import("./commands/up.ts")).addUp,
  status: async () => (await import("./commands/status.ts")).addStatus,
  build: async () => (await import("./commands/build.ts")).addBuild,
  check: async () => (await import("./commands/check.ts")).addCheck,
  deploy: async () => (await import("./commands/deploy.ts")).addDeploy,
  dev: async () => (await import("./commands/dev.ts")).addDev,
  promote: async () => (await import("./commands/promote.ts")).addPromote,
  preview: async () => (await import("./commands/preview.ts")).addPreview,
  rollback: async () => (await import("./commands/rollback.ts")).addRollback,
  revoke: async () => (await import("./commands/revoke.ts")).addRevoke,
  history: async () => (await import("./commands/history.ts")).addHistory,
  upgrade: async () => (await import("./commands/upgrade.ts")).addUpgrade,
  token: async () => (await import("./commands/token.ts")).addToken,
  key: async () => (await import("./commands/key.ts")).addKey,
  events: async () => (await import("./commands/events.ts")).addEvents,
  new: async () => (await import("./commands/new.ts")).addNew,
  "generate-db": async () => (await import("./commands/generate-db.ts")).addGenerateDb,
  explain: async () => (await import("./commands/explain.ts")).addExplain,
  logs: async () => (await import("./commands/logs.ts")).addLogs,
  reset: async () => (await import("./commands/reset.ts")).addReset,
};

/**
 * The `sliceway` command. Of the commands only the one that `argv` names is loaded, since `status` needs no bundler; all
 * are where it names none, for their help.
 */
export async function createProgram(argv: readonly string[], io: Io): Promise<Command> {
  const program = new Command("sliceway")
    .description("Runs the platform and swaps slices under live traffic.")
    .version(manifest.version, "-v, --version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.print(text.trimEnd()),
      writeErr: (text) => io.warn(text.trimEnd()),
    })
    .showHelpAfterError("Run `sliceway --help` to see what there is.")
    .addHelpText("after", examples("sliceway up", "sliceway deploy posts", "sliceway rollback posts"));
  const named = Object.hasOwn(COMMANDS, argv[0] ?? "") ? COMMANDS[argv[0] ?? ""] : undefined;
  const adders = await Promise.all((named ? [named] : Object.values(COMMANDS)).map((load) => load()));
  for (const add of adders) add(program, io);
  return program;
}
