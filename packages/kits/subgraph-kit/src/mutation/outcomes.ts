import { GraphQLError } from "graphql";
import { type Kysely, sql, type Transaction } from "kysely";
import type { SessionChange } from "../session-change.ts";
import type { Call } from "./call.ts";
import { formatResult, parseResult } from "./result-json.ts";

/** What a mutation has come to. */
export interface Outcome {
  result: unknown;
  session: SessionChange | null;
}

interface OutcomeRow {
  fingerprint: Buffer;
  result: string;
  session: SessionChange | null;
}

/**
 * What an earlier call under the same key came to; null if there was none. Throws a GraphQLError
 * (`IDEMPOTENCY_KEY_REUSED`) if it asked for something else.
 */
export async function findOutcome<DB>(db: Kysely<DB>, call: Call): Promise<Outcome | null> {
  const { rows } = await sql<OutcomeRow>`
    select fingerprint, result::text, session from sliceway.applied_mutation
    where caller = ${call.caller} and key = ${call.key} and field = ${call.field}
  `.execute(db);
  const row = rows[0];
  if (!row) return null;
  if (!row.fingerprint.equals(call.fingerprint)) throw keyReused();
  return { result: parseResult(row.result), session: row.session };
}

/**
 * Takes the key for this transaction and gives null; or gives what the call that has it came to. If that one is still
 * under way in another process, waits for its end.
 */
export async function claimCall<DB>(tx: Transaction<DB>, call: Call): Promise<Outcome | null> {
  const { numAffectedRows } = await sql`
    insert into sliceway.applied_mutation (caller, key, field, fingerprint)
    values (${call.caller}, ${call.key}, ${call.field}, ${call.fingerprint})
    on conflict do nothing
  `.execute(tx);
  if (numAffectedRows === 1n) return null;
  // Nothing is found if the old row was thrown away just now: then the key is free.
  return (await findOutcome(tx, call)) ?? (await claimCall(tx, call));
}

export async function storeOutcome<DB>(
  tx: Transaction<DB>,
  call: Call,
  { result, session }: Outcome,
): Promise<void> {
  await sql`
    update sliceway.applied_mutation
    set result = ${formatResult(result)}, session = ${session && JSON.stringify(session)}
    where caller = ${call.caller} and key = ${call.key} and field = ${call.field}
  `.execute(tx);
}

/** Throws away some that are older than 24 hours; gives their number, 0 when none is left. */
export async function deleteOldOutcomes<DB>(db: Kysely<DB>): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from sliceway.applied_mutation where ctid = any(array(
      select ctid from sliceway.applied_mutation
      where applied_at < now() - interval '24 hours' limit 1000 for update skip locked
    ))
  `.execute(db);
  return Number(numAffectedRows ?? 0);
}

function keyReused(): GraphQLError {
  const message =
    "This idempotency key was used for another mutation, or with other arguments. Make a new one.";
  return new GraphQLError(message, { extensions: { code: "IDEMPOTENCY_KEY_REUSED" } });
}
