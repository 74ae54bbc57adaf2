import { randomUUID } from "node:crypto";
import { SESSION_HEADER } from "@sliceway/protocol";
import { createLogger } from "@sliceway/service-kit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startSliceServer } from "../src/index.ts";
import { askSlice } from "../src/testing/ask-slice.ts";
import { repeatMutations } from "../src/testing/index.ts";
import { notes as definition } from "./notes/slice.ts";
import { type Notes, startNotes } from "./start-notes.ts";

let notes: Notes;
beforeAll(async () => {
  notes = await startNotes();
});
afterAll(() => notes[Symbol.asyncDispose]());

const WRITE = "mutation ($text: String!) { write(text: $text) { id text } }";
const reused = [{ extensions: { code: "IDEMPOTENCY_KEY_REUSED" } }];

/** Ids of the notes with this text. */
async function written(text: string): Promise<string[]> {
  const rows = await notes.db.selectFrom("note").select("id").where("text", "=", text).execute();
  return rows.map(({ id }) => id);
}

/** A text and a key that no other test uses. */
function fresh() {
  const text = randomUUID();
  return { text, options: { viewer: "alice", variables: { text }, idempotencyKey: randomUUID() } };
}

describe("a repeated mutation", () => {
  test("has one effect and one answer", async () => {
    const data = await repeatMutations(notes).send(WRITE, { variables: { text: "Hello" } });
    expect(data).toMatchObject({ write: { text: "Hello" } });
  });

  test("has them too when many arrive at the same time, at two servers", async () => {
    const { text, options } = fresh();
    const log = createLogger({ name: "notes", level: "silent" });
    await using other = await startSliceServer(definition, { ...notes.config, instance: "other" }, log);
    const token = await notes.gateway.sign("notes", options);
    const ask = (_: unknown, index: number) =>
      askSlice<{ write: { id: string } }>(
        index % 2 ? other.url : notes.url,
        token,
        { query: WRITE, variables: { text } },
        options.idempotencyKey,
      );
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(await written(text)).toHaveLength(1);
    expect(new Set(answers.map(({ data }) => data.write.id))).toEqual(new Set(await written(text)));
  });

  test("is another one with another key, by another person or another browser, and without a key", async () => {
    const { text, options } = fresh();
    const { idempotencyKey, ...unkeyed } = options;
    const visitor = { variables: options.variables, idempotencyKey };
    const all = [
      options,
      { ...options, idempotencyKey: randomUUID() },
      { ...options, viewer: "bob" },
      { ...visitor, visitor: "one" },
      { ...visitor, visitor: "two" },
      unkeyed,
      unkeyed,
    ];
    for (const one of all) await notes.query(WRITE, one);
    expect(await written(text)).toHaveLength(all.length);
  });

  test("is refused if it asks for something else under the same key", async () => {
    const { text, options } = fresh();
    await notes.query(WRITE, options);
    const other = { ...options, variables: { text: `${text}!` } };
    expect((await notes.query(WRITE, other)).errors).toMatchObject(reused);
    expect(await written(other.variables.text)).toEqual([]);
    const aliased = await notes.query('mutation { write: rewrite(text: "x") { id } }', options);
    expect(aliased.errors).toMatchObject(reused);
  });

  test("may be one of several in a request, each with its own name in the answer", async () => {
    const { text, options } = fresh();
    const two = `mutation ($text: String!) { a: write(text: $text) { id } b: write(text: $text) { id } }`;
    const [first, again] = [await notes.query(two, options), await notes.query(two, options)];
    expect(again.data).toEqual(first.data);
    expect(await written(text)).toHaveLength(2);
  });

  test("is tried anew if the first one failed", async () => {
    const { text, options } = fresh();
    await notes.db.insertInto("note").values({ id: text, text: "taken" }).execute();
    const claim = "mutation ($text: ID!) { claim(id: $text) { id } }";
    expect((await notes.query(claim, options)).errors).toMatchObject([
      { extensions: { code: "INTERNAL_ERROR" } },
    ]);
    await notes.db.deleteFrom("note").where("id", "=", text).execute();
    expect((await notes.query(claim, options)).data).toEqual({ claim: { id: text } });
  });

  test("needs a key that can be kept", async () => {
    const { errors } = await notes.query(WRITE, { ...fresh().options, idempotencyKey: "x".repeat(201) });
    expect(errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_KEY_INVALID" } }]);
  });
});

describe("what a mutation did to the session", () => {
  const logIn = (session: string, options: Parameters<Notes["query"]>[1]) =>
    notes.query(`mutation { logIn(session: "${session}") }`, options);

  test("is told to the same browser again, with a new token that is stored nowhere", async () => {
    const options = { idempotencyKey: randomUUID(), visitor: "v1" };
    const first = (await logIn("s1", options)).headers.get(SESSION_HEADER);
    const again = (await logIn("s1", { ...options, viewer: "alice" })).headers.get(SESSION_HEADER);
    expect(first).toMatch(/^open s1-\S+ 60$/);
    expect(again).toMatch(/^open s1-\S+ 60$/);
    expect(again).not.toBe(first);
    const { rows } = await sql<{ session: unknown }>`
      select session from sliceway.applied_mutation where key = ${options.idempotencyKey}
    `.execute(notes.db);
    expect(rows).toEqual([{ session: { kind: "open", sessionId: "s1" } }]);
  });

  test("does not bring back a session that has ended since", async () => {
    const { headers, data } = await logIn("ended", { idempotencyKey: randomUUID() });
    expect(data).toEqual({ logIn: true });
    expect(headers.get(SESSION_HEADER)).toBeNull();
  });
});

test("a mutation that returns something else than its transaction gave fails", async () => {
  const { errors } = await notes.query("mutation { astray }");
  expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_ERROR" } }]);
});

test("a query gets no transaction", async () => {
  const { errors } = await notes.query("{ writeInQuery }");
  expect(errors).toMatchObject([{ extensions: { code: "INTERNAL_ERROR" } }]);
});

test("results are thrown away after 24 hours, by the live release", async () => {
  const [old, young] = [fresh(), fresh()];
  for (const { options } of [old, young]) await notes.query(WRITE, options);
  await sql`
    update sliceway.applied_mutation set applied_at = now() - interval '24 hours 1 second'
    where key = ${old.options.idempotencyKey}
  `.execute(notes.db);
  const log = createLogger({ name: "notes", level: "silent" });
  const keys = async () => {
    const { rows } = await sql<{ key: string }>`select key from sliceway.applied_mutation`.execute(notes.db);
    return rows.map(({ key }) => key);
  };
  expect(await keys()).toContain(old.options.idempotencyKey);
  await using _other = await startSliceServer(definition, { ...notes.config, instance: "third" }, log);
  await vi.waitFor(async () => expect(await keys()).not.toContain(old.options.idempotencyKey), 15_000);
  expect(await keys()).toContain(young.options.idempotencyKey);
});
