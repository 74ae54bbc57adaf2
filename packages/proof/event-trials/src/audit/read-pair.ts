import { sql } from "kysely";
import type { Pair } from "../world/start-world.ts";
import type { Effect } from "./compare-effects.ts";
import type { RequestRow } from "./compare-requests.ts";

/** How far a pair has come: places in its tables. */
export interface Places {
  effect: number;
  request: number;
}

export async function readPlaces({ sourceDb, consumingDb }: Pair): Promise<Places> {
  const last = sql<number>`coalesce(max(place), 0)::int`.as("place");
  const { place: effect } = await consumingDb.selectFrom("effect").select(last).executeTakeFirstOrThrow();
  const { place: request } = await sourceDb.selectFrom("request").select(last).executeTakeFirstOrThrow();
  return { effect, request };
}

/** Changes that were committed, and those of them that had an effect. */
export async function countPair({
  source,
  sourceDb,
  consumingDb,
}: Pair): Promise<{ changes: number; effects: number }> {
  const { changes } = await sourceDb
    .selectFrom("aggregate")
    .select(sql<number>`coalesce(sum(version), 0)::int`.as("changes"))
    .executeTakeFirstOrThrow();
  const { effects } = await consumingDb
    .selectFrom("effect")
    .select(sql<number>`count(distinct (subject, number))::int`.as("effects"))
    .where("source", "=", source.name)
    .executeTakeFirstOrThrow();
  return { changes, effects };
}

export async function readVersions({ sourceDb }: Pair): Promise<Map<string, number>> {
  const rows = await sourceDb.selectFrom("aggregate").selectAll().execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

export async function listEffects({ source, consumingDb }: Pair): Promise<Effect[]> {
  return consumingDb
    .selectFrom("effect")
    .select([sql<number>`place::int`.as("place"), "subject", "number"])
    .where("source", "=", source.name)
    .orderBy("place")
    .execute();
}

export async function listRequests({ sourceDb }: Pair): Promise<RequestRow[]> {
  return sourceDb
    .selectFrom("request")
    .select([sql<number>`place::int`.as("place"), "id", "version"])
    .orderBy("place")
    .execute();
}

export async function countOutbox({ sourceDb }: Pair): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from sliceway.outbox`.execute(
    sourceDb,
  );
  return rows[0]?.count ?? 0;
}
