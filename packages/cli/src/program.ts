import { Command, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import { openContext } from "./context.ts";
import type { Io } from "./io.ts";

/** The `sliceway` command. A command's code is loaded when it runs: `status` needs no bundler. */
export function createProgram(io: Io): Command {
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
  for (const add of [addUp, addStatus, addBuild, addDeploy, addRollback, addRevoke, addLogs, addReset])
    add(program, io);
  return program;
}

function addUp(program: Command, io: Io): void {
  program
    .command("up")
    .description("Start everything and keep it running until Ctrl-C.")
    .option("--empty", "leave the demo network out on the first start", false)
    .addHelpText("after", examples("sliceway up", "GATEWAY_PORT=8080 sliceway up --empty"))
    .action(async (options: { empty: boolean }) => {
      const { up } = await import("./commands/up.ts");
      await up(await openContext(io), options);
    });
}

function addStatus(program: Command, io: Io): void {
  program
    .command("status")
    .description("Show what is live, what runs and why.")
    .option("--json", "print one JSON object, described in packages/cli/README.md", false)
    .addHelpText("after", examples("sliceway status", "sliceway status --json | jq .live"))
    .action(async (options: { json: boolean }) => {
      const { status } = await import("./commands/status.ts");
      await status(await openContext(io), options);
    });
}

function addBuild(program: Command, io: Io): void {
  program
    .command("build")
    .description("Build a release without publishing it.")
    .argument("<slice>", "a folder of slices/, or shell")
    .addHelpText("after", examples("sliceway build posts"))
    .action(async (slice: string) => {
      const { build } = await import("./commands/build.ts");
      await build(await openContext(io), slice);
    });
}

function addDeploy(program: Command, io: Io): void {
  program
    .command("deploy")
    .description("Build, publish, check, start beside the old, and shift. Several slices go live as one set.")
    .argument(
      "<slice...>",
      "slices as they lie in the tree, or published releases such as posts@3f9c2a1b04de",
    )
    .addHelpText(
      "after",
      examples("sliceway deploy posts", "sliceway deploy posts feeds", "sliceway deploy posts@3f9c2a1b04de"),
    )
    .action(async (slices: string[]) => {
      const { deploy } = await import("./commands/deploy.ts");
      await deploy(await openContext(io), slices);
    });
}

function addRollback(program: Command, io: Io): void {
  program
    .command("rollback")
    .description("Make a slice's previous release live again, at once.")
    .argument("<slice>")
    .addHelpText("after", examples("sliceway rollback posts"))
    .action(async (slice: string) => {
      const { rollback } = await import("./commands/rollback.ts");
      await rollback(await openContext(io), slice);
    });
}

function addRevoke(program: Command, io: Io): void {
  program
    .command("revoke")
    .description("Bar a bad release for ever, and move the pages that still hold on to it at once.")
    .argument("<release>", "such as posts@3f9c2a1b04de")
    .addHelpText("after", examples("sliceway revoke posts@3f9c2a1b04de"))
    .action(async (release: string) => {
      const { revoke } = await import("./commands/revoke.ts");
      await revoke(await openContext(io), release);
    });
}

function addLogs(program: Command, io: Io): void {
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
    .action(async (name: string, options: { follow: boolean; lines: number }) => {
      const { logs } = await import("./commands/logs.ts");
      await logs(await openContext(io), name, options);
    });
}

function addReset(program: Command, io: Io): void {
  program
    .command("reset")
    .description("Remove all data, releases, secrets and logs of this installation.")
    .option("-y, --yes", "do not ask", false)
    .addHelpText("after", examples("sliceway reset", "sliceway reset --yes"))
    .action(async (options: { yes: boolean }) => {
      const { reset } = await import("./commands/reset.ts");
      await reset(await openContext(io), options);
    });
}

function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;
}
