import { type Command, Option } from "commander";
import { type Context, openContext } from "../context.ts";
import { examples } from "../examples.ts";
import type { Io } from "../io.ts";
import { connect } from "../platform/connect.ts";
import { localDay } from "../report/local-time.ts";

export function addTokenCreate(token: Command, io: Io): void {
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
    .action(async (slices: string[], options: { name?: string; days: number }) =>
      tokenCreate(await openContext(io), slices, options),
    );
}

/**
 * Makes a token that may change releases of these slices, and prints it, the one time that anybody can see it. Throws
 * SlicewayError: `NOT_RUNNING`, `RIGHT_MISSING`, `REQUEST_INVALID`.
 */
async function tokenCreate(
  context: Context,
  slices: string[],
  { name = `ci-${slices.join("-")}`, days }: { name?: string | undefined; days: number },
): Promise<void> {
  const { io } = context;
  const { registry, registryUrl } = await connect(context);
  const made = await registry.createToken({ slices, name, days });
  io.warn(
    `The token ${made.name} (${made.id}) may change releases of ${made.slices.join(", ")} until ${localDay(made.expiresAt)}.`,
  );
  io.warn(
    `Set it as SLICEWAY_TOKEN where it is used; the registry is ${registryUrl}. It is shown this once:`,
  );
  io.print(made.token);
}
