import { Command, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import { openContext } from "./context.ts";
import type { MannerOptions } from "./deployment/parse-manner.ts";
import { addEvents } from "./events/add-events.ts";
import { examples } from "./examples.ts";
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
  for (const add of [
    addUp,
    addStatus,
    addBuild,
    addCheck,
    addDeploy,
    addPromote,
    addPreview,
    addRollback,
    addRevoke,
    addHistory,
    addEvents,
    addGenerateDb,
    addLogs,
    addReset,
  ])
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
    .option("--canary <percents>", "let only some visitors have it first: 1,10,50,100, or 10 to stay there")
    .addOption(new Option("--step-minutes <minutes>", "how long a step waits for requests").argParser(Number))
    .addOption(new Option("--samples <requests>", "requests at which a step is judged").argParser(Number))
    .option("--preview <name>", "let only those see it who have a link")
    .addOption(new Option("--hours <hours>", "how long the preview stays open").argParser(Number))
    .addHelpText(
      "after",
      examples(
        "sliceway deploy posts",
        "sliceway deploy posts feeds",
        "sliceway deploy posts@3f9c2a1b04de",
        "sliceway deploy posts --canary 1,10,50,100",
        "sliceway deploy posts --preview pr-42 --hours 8",
      ),
    )
    .action(async (slices: string[], options: MannerOptions) => {
      const { deploy } = await import("./commands/deploy.ts");
      await deploy(await openContext(io), slices, options);
    });
}

function addCheck(program: Command, io: Io): void {
  program
    .command("check")
    .description("Say what a deployment would come to, without deploying.")
    .argument("<slice...>", "as for deploy")
    .option("--json", "print one JSON object, described in packages/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway check posts", "sliceway check posts feeds --json | jq .problems"),
    )
    .action(async (slices: string[], options: { json: boolean }) => {
      const { check } = await import("./commands/check.ts");
      await check(await openContext(io), slices, options);
    });
}

function addPreview(program: Command, io: Io): void {
  program
    .command("preview")
    .description("Print a link to a preview, or end it.")
    .argument("<name>")
    .option("--end", "end it before its time", false)
    .option("--json", "print one JSON object: url, header, token, until", false)
    .addHelpText("after", examples("sliceway preview pr-42", "sliceway preview pr-42 --end"))
    .action(async (name: string, options: { end: boolean; json: boolean }) => {
      const { preview } = await import("./commands/preview.ts");
      await preview(await openContext(io), name, options);
    });
}

function addPromote(program: Command, io: Io): void {
  program
    .command("promote")
    .description("Give a slice's canary its next share of the visitors.")
    .argument("<slice>")
    .option("--to <percent>", "that share; 100 makes it live")
    .addHelpText("after", examples("sliceway promote posts", "sliceway promote posts --to 100"))
    .action(async (slice: string, options: { to?: string }) => {
      const { promote } = await import("./commands/promote.ts");
      await promote(await openContext(io), slice, options);
    });
}

function addHistory(program: Command, io: Io): void {
  program
    .command("history")
    .description("Show who changed what: releases, deployments, canaries, rollbacks.")
    .option("--json", "print one JSON array", false)
    .addHelpText("after", examples("sliceway history", "sliceway history --json | jq '.[0]'"))
    .action(async (options: { json: boolean }) => {
      const { history } = await import("./commands/history.ts");
      await history(await openContext(io), options);
    });
}

function addRollback(program: Command, io: Io): void {
  program
    .command("rollback")
    .description("End a slice's canary, or make its previous release live again; at once.")
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

function addGenerateDb(program: Command, io: Io): void {
  program
    .command("generate-db")
    .description("Write schema.sql and the types of the tables anew from the migrations.")
    .argument("[slice...]", "all that have a server if none is named")
    .addHelpText("after", examples("sliceway generate-db", "sliceway generate-db posts"))
    .action(async (slices: string[]) => {
      const { generateDb } = await import("./commands/generate-db.ts");
      await generateDb(await openContext(io), slices);
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
