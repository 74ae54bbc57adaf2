import { SlicewayError } from "@sliceway/errors";
import { createLogger, runProcess } from "@sliceway/service-kit";
import { readConfig, readSliceName } from "./config.ts";
import type { RequestContext } from "./request-context.ts";
import { seedSlice } from "./seed-slice.ts";
import type { SliceDefinition } from "./slice-definition.ts";
import { startSliceServer } from "./start-slice-server.ts";

/**
 * The whole process of a slice: serves until SIGTERM, or with the argument `seed` loads the demo network and ends.
 * Reads its settings from the environment and sets the exit code.
 */
export async function runSlice<DB, Events, Context extends RequestContext<DB, Events>>(
  definition: SliceDefinition<DB, Events, Context>,
  argv: string[] = process.argv.slice(2),
): Promise<void> {
  if (argv[0] === "seed") return runSeed(definition);
  await runProcess(readSliceName(), async (stack, log) => {
    stack.use(await startSliceServer(definition, readConfig(), log));
  });
}

async function runSeed<DB, Events, Context extends RequestContext<DB, Events>>(
  definition: SliceDefinition<DB, Events, Context>,
): Promise<void> {
  try {
    await seedSlice(definition, readConfig(), createLogger({ name: readSliceName() }));
  } catch (error) {
    if (!(error instanceof SlicewayError)) throw error;
    process.stderr.write(`${error.message}\n${error.fix}\n`);
    process.exitCode = 1;
  }
}
