import { createReactions, type SchemasOf } from "@sliceway/events";
import type { EventSchema } from "@sliceway/protocol";
import { sql } from "kysely";
import type { RequestContext, SliceDefinition } from "../../src/index.ts";

interface Tables {
  note: { id: string; text: string };
}

interface NotesEvents {
  "notes.Written.v1": { text: string };
}

export type Context = RequestContext<Tables, NotesEvents>;

interface TalkEvents {
  "talk.Mentioned.v1": { text: string };
}

const withText = (title: string): EventSchema => ({
  title,
  type: "object",
  properties: { text: { type: "string" } },
  required: ["text"],
});
const publishes: SchemasOf<NotesEvents> = { "notes.Written.v1": withText("notes.Written.v1") };
const consumes: SchemasOf<TalkEvents> = { "talk.Mentioned.v1": withText("talk.Mentioned.v1") };

const reactions = createReactions<Tables, TalkEvents>(consumes, {
  "talk.Mentioned.v1": async (tx, { subject, data }) => {
    await tx.insertInto("note").values({ id: subject, text: data.text }).execute();
  },
});

/** A small slice with something of everything. */
export const notes: SliceDefinition<Tables, NotesEvents, Context> = {
  createContext: (request) => request,
  publishes,
  reactions,
  identity: () => ({
    resolve: async (token) =>
      token === "open" ? { sessionId: "s1", userId: "alice", handle: "alice", developer: false } : null,
    issueToken: async (sessionId) =>
      sessionId === "ended" ? null : { token: `${sessionId}-${crypto.randomUUID()}`, maxAgeSeconds: 60 },
  }),
  sessionMutations: ["logIn", "logOut"],
  seed: async ({ db }) => {
    const note = { id: "seeded", text: "demo" };
    await db
      .insertInto("note")
      .values(note)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },
  resolvers: {
    Query: {
      viewer: (_: unknown, __: unknown, { viewer, visitor, session }: Context) =>
        [viewer?.id, visitor, session.id].join(" "),
      notes: async (_: unknown, __: unknown, { db }: Context) =>
        (await db.selectFrom("note").select("text").orderBy("id").execute()).map(({ text }) => text),
      broken: () => {
        throw new Error("the password is swordfish");
      },
      slow: async (_: unknown, __: unknown, { db }: Context) => {
        for (;;) await sql`select pg_sleep(0.5)`.execute(db);
      },
      openInQuery: (_: unknown, __: unknown, { session }: Context) => session.open("stolen"),
      writeInQuery: (_: unknown, __: unknown, context: Context) => writeNote(context, { text: "stolen" }),
    },
    Mutation: {
      write: (_: unknown, { text }: { text: string }, context: Context) => writeNote(context, { text }),
      rewrite: (_: unknown, { text }: { text: string }, context: Context) => writeNote(context, { text }),
      claim: (_: unknown, { id }: { id: string }, context: Context) => writeNote(context, { id, text: "" }),
      astray: (_: unknown, __: unknown, { transaction }: Context) =>
        transaction(async () => "this way").then(() => "that way"),
      logIn: (_: unknown, { session: id }: { session: string }, { transaction, session }: Context) =>
        transaction(async () => {
          session.open(id);
          return true;
        }),
      logOut: (_: unknown, __: unknown, { transaction, session }: Context) =>
        transaction(async () => {
          session.close();
          return true;
        }),
      openAnyway: (_: unknown, __: unknown, { session }: Context) => session.open("stolen"),
    },
  },
};

function writeNote(
  { transaction, outbox }: Context,
  { id = crypto.randomUUID(), text }: { id?: string; text: string },
) {
  return transaction(async (tx) => {
    const note = { id, text };
    await tx.insertInto("note").values(note).execute();
    await outbox.add(tx, { type: "notes.Written.v1", subject: id, data: { text } });
    return note;
  });
}
