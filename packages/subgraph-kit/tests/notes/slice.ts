import { reaction } from "@sliceway/events";
import { sql } from "kysely";
import { z } from "zod";
import type { RequestContext, SliceDefinition } from "../../src/index.ts";

interface Tables {
  note: { id: string; text: string };
}

interface NotesEvents {
  "notes.Written.v1": { text: string };
}

export type Context = RequestContext<Tables, NotesEvents>;

const mentioned = reaction<Tables, { text: string }>(z.object({ text: z.string() }), async (tx, event) => {
  await tx.insertInto("note").values({ id: event.subject, text: event.data.text }).execute();
});

/** A small slice with something of everything. */
export const notes: SliceDefinition<Tables, NotesEvents, Context> = {
  createContext: (request) => request,
  reactions: { "talk.Mentioned.v1": mentioned },
  identity: () => ({
    resolve: async (token) =>
      token === "open" ? { sessionId: "s1", userId: "alice", handle: "alice", developer: false } : null,
  }),
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
      openInQuery: (_: unknown, __: unknown, { session }: Context) => session.open("stolen", 60),
    },
    Mutation: {
      write: (_: unknown, { text }: { text: string }, { db, outbox }: Context) =>
        db.transaction().execute(async (tx) => {
          const note = { id: crypto.randomUUID(), text };
          await tx.insertInto("note").values(note).execute();
          await outbox.add(tx, { type: "notes.Written.v1", subject: note.id, data: { text } });
          return note;
        }),
      logIn: (_: unknown, { token }: { token: string }, { session }: Context) => {
        session.open(token, 60);
        return true;
      },
      logOut: (_: unknown, __: unknown, { session }: Context) => {
        session.close();
        return true;
      },
    },
  },
};
