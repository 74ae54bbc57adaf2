import { SlicewayError } from "@sliceway/errors";
import { type QueryExecutorProvider, sql } from "kysely";
import { errors } from "../errors.ts";

/**
 * Decides that a dead letter will never have its effect, in whatever version it is published, and records this with the
 * reason in the inbox; what waited behind it goes on within about a second. Throws SlicewayError
 * `DEAD_LETTER_UNKNOWN`.
 */
export async function discardDeadLetter(
  db: QueryExecutorProvider,
  id: string,
  reason: string,
): Promise<void> {
  const { rows } = await sql`
    with gone as (
      delete from sliceway.parked where event_id = ${id}::uuid and dead_at is not null
      returning consumer, coalesce((event ->> 'sameas')::uuid, event_id) as receipt, event ? 'sameas' as in_versions
    ), noted as (
      insert into sliceway.inbox (consumer, event_id, in_versions, discarded_reason)
      select consumer, receipt, in_versions, ${reason} from gone
      on conflict do nothing
    )
    select from gone
  `.execute(db);
  if (rows.length > 0) return;
  throw new SlicewayError(errors.DEAD_LETTER_UNKNOWN(`There is no dead letter ${id}.`));
}
