import { SlicewayError } from "@sliceway/errors";
import { type Logger, openDatabase } from "@sliceway/service-kit";
import type { SliceConfig } from "./config.ts";
import { createService } from "./create-service.ts";
import { errors } from "./errors.ts";
import type { RequestContext } from "./request-context.ts";
import type { SliceDefinition } from "./slice-definition.ts";

/** Everything at once takes longer than a request may. */
const STATEMENT_TIMEOUT_MS = 60_000;

/** Loads the slice's part of the demo network. Throws a SlicewayError (`NO_SEED`) if it has none. */
export async function seedSlice<DB, Events, Context extends RequestContext<DB, Events>>(
  definition: SliceDefinition<DB, Events, Context>,
  { slice, databaseUrl }: SliceConfig,
  log: Logger,
): Promise<void> {
  if (!definition.seed) throw new SlicewayError(errors.NO_SEED(`${slice} has no demo data to load.`));
  await using database = openDatabase<DB>(
    { url: databaseUrl, name: `${slice} seed`, poolSize: 1, statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    log,
  );
  await definition.seed(createService<DB, Events>(definition, { slice, db: database.db, log }));
}
