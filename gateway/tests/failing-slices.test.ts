import type { Response } from "express";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ask } from "./support/ask.ts";
import { makeVector } from "./support/make-vector.ts";
import { NOTES, PEOPLE, startNotes, startPeople } from "./support/people-and-notes.ts";
import type { RunningSlice } from "./support/start-slice.ts";
import { startTestGateway, type TestGateway } from "./support/start-test-gateway.ts";

const vector = makeVector({ people: PEOPLE, notes: NOTES });
const operation = (name: string) => ({
  documentId: vector.operations.find((one) => one.name === name)?.id ?? "",
});
const NOTES_PAGE = operation("NotesPage");
const ADD_NOTE = { ...operation("AddNote"), variables: { text: "Hello" } };
let stack = new AsyncDisposableStack();

afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

async function serve(...slices: RunningSlice[]): Promise<TestGateway> {
  const gateway = stack.use(await startTestGateway());
  for (const slice of slices) stack.use(slice);
  await gateway.serve(
    vector,
    slices.map(({ instance }) => instance),
  );
  return gateway;
}

const never = () => new Promise<never>(() => undefined);

/** A server that refuses connections, as one that has just died. */
async function startDead(start: typeof startPeople): Promise<RunningSlice> {
  const slice = await start();
  await slice[Symbol.asyncDispose]();
  return slice;
}

describe("a slow slice", () => {
  it("costs a null when its deadline has passed, and the rest is there", async () => {
    const gateway = await serve(
      await startNotes(),
      await startPeople({ resolvers: { User: { __resolveReference: never } } }),
    );
    const startedAt = performance.now();
    const { data, errors } = await ask(gateway.url, NOTES_PAGE);
    expect(performance.now() - startedAt).toBeLessThan(3200);
    expect(data).toMatchObject({ viewer: null, notes: [{ text: "First", author: { name: null } }, {}, {}] });
    expect(errors.map(({ extensions }) => [extensions.slice, extensions.reason])).toEqual([
      ["people", "deadline"],
    ]);
  });
});

describe("a dead slice", () => {
  it("is left alone once its breaker has opened, and found again when it is back", async () => {
    const dead = await startDead(startPeople);
    const gateway = await serve(await startNotes(), dead);
    const reasonNow = async () => (await ask(gateway.url, NOTES_PAGE)).errors[0]?.extensions.reason;
    expect(await reasonNow()).toBe("connect");
    await vi.waitFor(async () => expect(await reasonNow()).toBe("circuit-open"));

    stack.use(await startPeople({ port: dead.port }));
    await vi.waitFor(async () => expect(await reasonNow()).toBeUndefined(), { timeout: 10_000 });
  });

  it("costs nothing while another instance lives", async () => {
    const gateway = await serve(await startNotes(), await startDead(startPeople), await startPeople());
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(gateway.url, NOTES_PAGE)));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

describe("a mutation", () => {
  it("is never sent twice", async () => {
    let cut = 0;
    const cutting = {
      before: (request: { socket: { destroy(): void } }) => {
        cut += 1;
        request.socket.destroy();
      },
    };
    const gateway = await serve(await startNotes(cutting), await startNotes(cutting));
    const { errors } = await ask(gateway.url, ADD_NOTE);
    expect(errors[0]?.extensions).toMatchObject({
      code: "SLICE_UNAVAILABLE",
      slice: "notes",
      reason: "reset",
    });
    expect(cut).toBe(1);
  });

  it("goes on when its client has left; a query does not", async () => {
    const started: string[] = [];
    const closed: string[] = [];
    async function hang(kind: string, response: Response): Promise<never> {
      response.once("close", () => closed.push(kind));
      started.push(kind);
      return never();
    }
    const gateway = await serve(
      await startNotes({
        resolvers: {
          Query: { note: (_parent, _args, { response }) => hang("query", response) },
          Mutation: { addNote: (_parent, _args, { response }) => hang("mutation", response) },
        },
      }),
    );
    const leave = new AbortController();
    const question = { ...operation("NotePage"), variables: { id: "1" } };
    const left = [ADD_NOTE, question].map((one) =>
      ask(gateway.url, one, { signal: leave.signal }).catch(() => "left"),
    );
    await vi.waitFor(() => expect(started.sort()).toEqual(["mutation", "query"]));
    leave.abort();
    expect(await Promise.all(left)).toEqual(["left", "left"]);
    await vi.waitFor(() => expect(closed).toEqual(["query"]));
  });
});
