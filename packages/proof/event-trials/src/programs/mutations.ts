import { type RequestContext, runSlice, type SliceDefinition } from "@sliceway/subgraph-kit";
import { createChange, type PublishingTables } from "./change.ts";
import { readSettings } from "./config.ts";

type Context = RequestContext<PublishingTables>;

const change = createChange(readSettings().source);

/** A slice's real server. Its mutation leaves a row for each time that it had its effect. */
const definition: SliceDefinition<PublishingTables> = {
  createContext: (request) => request,
  resolvers: {
    Query: { alive: () => true },
    Mutation: {
      count: (
        _: unknown,
        { request: id, subject }: { request: string; subject: string },
        { transaction }: Context,
      ) =>
        transaction(async (tx) => {
          const version = await change.count(tx, subject);
          await tx.insertInto("request").values({ id, subject, version }).execute();
          return version;
        }),
    },
  },
};

await runSlice(definition);
