import { keyedLoader, pagedLoader } from "@sliceway/subgraph-kit";
import type { Kysely } from "kysely";
import { countStandings, listNewest, listStandings, type StandingKey } from "./db/standings.ts";
import type { Tables } from "./db/tables.ts";
import type { Standing } from "./relation/standing.ts";

export type Loaders = ReturnType<typeof createLoaders>;

/** One query for all people of a request, however many resolvers ask. Keys are user ids. */
export function createLoaders(db: Kysely<Tables>, viewer: { id: string } | null) {
  return {
    /** How the viewer stands to somebody; null for strangers. */
    standing: keyedLoader(
      async (ids) => byOther(viewer ? await listStandings(db, viewer.id, ids) : []),
      null,
    ),
    friendCount: keyedLoader((ids) => countStandings(db, ids, "FRIENDS"), 0),
    friends: pagedLoader<StandingKey, Standing>(async (ids, page) => {
      const standings = await listNewest(db, ids, "FRIENDS", page);
      return Map.groupBy(standings, ({ personId }) => personId);
    }),
  };
}

function byOther(standings: Standing[]): Map<string, Standing> {
  return new Map(standings.map((standing) => [standing.otherId, standing]));
}
