import { SlicewayError } from "@sliceway/errors";
import type { Client } from "pg";
import { errors } from "../errors.ts";

/**
 * Throws `EVENTS_PRUNED` if the log was pruned beyond a position that the consumer has read up to: going on would skip
 * events. A source that it has never read may begin anywhere.
 */
export async function refuseGaps(
  client: Client,
  consumer: string,
  positions: ReadonlyMap<string, string>,
): Promise<void> {
  const { rows } = await client.query<{ source: string }>(
    `select source from unnest($1::text[], $2::bigint[]) as cursor (source, position)
     join sliceway.pruned using (source)
     where pruned.position > cursor.position
     order by source`,
    [[...positions.keys()], [...positions.values()]],
  );
  if (rows.length > 0)
    throw eventsPruned(
      consumer,
      rows.map(({ source }) => source),
    );
}

export function eventsPruned(consumer: string, sources: string[]): SlicewayError {
  const names = sources.map((source) => `'${source}'`).join(", ");
  return new SlicewayError(
    errors.EVENTS_PRUNED(
      `Events of ${sources.join(", ")} were removed from the log before ${consumer} had read them.`,
      { consumer, sources: names },
    ),
  );
}
