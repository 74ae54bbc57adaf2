import { type Command, Option } from "commander";
import { openContext } from "../context.ts";
import type { MannerOptions } from "../deployment/parse-manner.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

export function addDeploy(program: Command, io: Io): void {
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
      const { deploy } = await import("../commands/deploy.ts");
      await deploy(await openContext(io), slices, options);
    });
}
