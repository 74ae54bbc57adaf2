import { type Command, Option } from "commander";
import { openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";

/** `sliceway token ...`. */
export function addToken(program: Command, io: Io): void {
  const token = program
    .command("token")
    .description("Give out deploy tokens, each for the releases of some slices; the administrator does.")
    .addHelpText("after", examples("sliceway token create posts", "sliceway token list"));
  for (const add of [addCreate, addList, addRevoke]) add(token, io);
}

function addCreate(token: Command, io: Io): void {
  token
    .command("create")
    .description("Make a token and print it, once.")
    .argument("<slice...>", "whose releases it may publish, deploy, promote, roll back and revoke")
    .option("--name <name>", "stands in `sliceway history`; ci-<slice> if not said")
    .addOption(new Option("--days <days>", "how long it is good, 366 at most").default(90).argParser(Number))
    .addHelpText(
      "after",
      examples(
        "sliceway token create posts --name ci-posts",
        "sliceway token create posts --days 30 | gh secret set SLICEWAY_TOKEN",
      ),
    )
    .action(async (slices: string[], options: { name?: string; days: number }) => {
      const { tokenCreate } = await import("../commands/token-create.ts");
      await tokenCreate(await openContext(io), slices, options);
    });
}

function addList(token: Command, io: Io): void {
  token
    .command("list")
    .description("Show which tokens there are, for which slices and until when.")
    .option("--json", "print a JSON array", false)
    .action(async (options: { json: boolean }) => {
      const { tokenList } = await import("../commands/token-list.ts");
      await tokenList(await openContext(io), options);
    });
}

function addRevoke(token: Command, io: Io): void {
  token
    .command("revoke")
    .description("Have a token refused from now on.")
    .argument("<id>", "as `sliceway token list` shows it")
    .addHelpText("after", examples("sliceway token revoke t-3f9c2a1b04de"))
    .action(async (id: string) => {
      const { tokenRevoke } = await import("../commands/token-revoke.ts");
      await tokenRevoke(await openContext(io), id);
    });
}
