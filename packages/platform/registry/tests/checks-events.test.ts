import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { type EventField, type EventSchema, releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { startTestRegistry } from "../src/testing/start-test-registry.ts";
import { deploy, goLive, makeReady } from "./support/deploy.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const text: EventField = { type: "string" };

/** The event `notes.Written` in a version: fields that are always there, and others. */
function written(
  version: number,
  always: Record<string, EventField>,
  sometimes: Record<string, EventField> = {},
): Record<string, EventSchema> {
  const title = `notes.Written.v${version}`;
  const properties = { ...always, ...sometimes };
  return { [title]: { title, type: "object", properties, required: Object.keys(always) } };
}

const v1 = written(1, { noteId: text, text });
const v2 = written(2, { noteId: text, body: text });

/** A release of notes that tells these. */
const notes = (publishes: Record<string, EventSchema>): ReleaseSketch => ({
  schema: "type Query { note: String }",
  publishes,
});
/** A release of index that reads these. */
const index = (consumes: Record<string, EventSchema>): ReleaseSketch => ({
  schema: "type Query { entry: String }",
  consumes,
});

/** Both live, with these events. */
async function startWith(told: Record<string, EventSchema>, read: Record<string, EventSchema>) {
  const registry = await startTestRegistry(postgres);
  const teller = await goLive(registry, "notes", notes(told));
  registry.passMs(1_000);
  const reader = await goLive(registry, "index", index(read));
  registry.passMs(1_000);
  const attempt = async (slice: "notes" | "index", sketch: ReleaseSketch) => {
    const release = await makeReady(registry, slice, sketch);
    return { release, ...(await deploy(registry, release)) };
  };
  return {
    teller,
    reader,
    passMs: registry.passMs,
    deploySet: async (...sketches: [slice: string, sketch: ReleaseSketch][]) => {
      const releases = [];
      for (const [slice, sketch] of sketches) releases.push(await makeReady(registry, slice, sketch));
      return await deploy(registry, ...releases);
    },
    deployNotes: (publishes: Record<string, EventSchema>) => attempt("notes", notes(publishes)),
    deployIndex: (consumes: Record<string, EventSchema>) => attempt("index", index(consumes)),
    rollback: (slice: string) => registry.client.rollback(slice),
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose](),
  };
}

describe("a release that reads an event", () => {
  it("is refused where nobody tells it, with slice, release, type and way out", async () => {
    await using registry = await startTestRegistry(postgres);
    const reader = await makeReady(registry, "index", index(v1));
    expect((await deploy(registry, reader)).problems).toMatchObject([
      {
        code: "EVENT_UNTOLD",
        message: `${releaseRef(reader)} reads events of notes, of which no release is there.`,
      },
    ]);
    const teller = await goLive(registry, "notes", notes({}));
    expect((await deploy(registry, reader)).problems).toEqual([
      {
        code: "EVENT_UNTOLD",
        slice: "index",
        release: reader.id,
        operation: null,
        file: "slice.json",
        line: null,
        message: `${releaseRef(reader)} reads notes.Written.v1, which ${releaseRef(teller)} does not tell.`,
        fix: expect.stringMatching(
          /^One of these\. In notes: tell notes\.Written\.v1 .* In index: deploy it after or together with/,
        ),
      },
    ]);
  });

  it("may go live together with the one that tells it", async () => {
    await using registry = await startTestRegistry(postgres);
    const releases = [
      await makeReady(registry, "index", index(v1)),
      await makeReady(registry, "notes", notes(v1)),
    ];
    expect((await deploy(registry, ...releases)).problems).toEqual([]);
  });

  it("is refused if it reads a field that is not told so", async () => {
    await using world = await startWith(v1, {});
    const { release, problems } = await world.deployIndex(written(1, { noteId: { type: "integer" } }));
    expect(problems).toMatchObject([
      {
        code: "EVENT_FIELD_UNFIT",
        slice: "index",
        message: `The field noteId of notes.Written.v1, as ${releaseRef(world.teller)} tells it, may be string, and is read as integer; ${releaseRef(release)} reads it.`,
      },
    ]);
  });

  it("is refused if it reads only a version that is not told yet; with the upcast of the old one it passes", async () => {
    await using world = await startWith(v1, v1);
    expect((await world.deployIndex(v2)).problems).toMatchObject([{ code: "EVENT_VERSION_UNREAD" }]);
    expect((await world.deployIndex({ ...v1, ...v2 })).problems).toEqual([]);
  });

  it("is refused if it gave up a version that an earlier release which still runs tells alone", async () => {
    await using world = await startWith(v1, v1);
    expect((await world.deployNotes({ ...v1, ...v2 })).problems).toEqual([]);
    const { problems } = await world.deployIndex(v2);
    expect(problems).toMatchObject([
      {
        code: "EVENT_VERSION_UNREAD",
        slice: "index",
        message: expect.stringContaining(`${releaseRef(world.teller)} (rollback of notes until`),
        fix: "In index: read notes.Written.v1 too and upcast it, until no release of notes runs that tells nothing newer.",
      },
    ]);
  });
});

describe("a release that tells an event", () => {
  it("may tell a new version beside the old one", async () => {
    await using world = await startWith(v1, v1);
    expect((await world.deployNotes({ ...v1, ...v2 })).problems).toEqual([]);
    expect((await world.deployIndex({ ...v1, ...v2 })).problems).toEqual([]);
  });

  it("is refused if it gives up a version that is read, also by a release which may be rolled back to", async () => {
    await using world = await startWith({ ...v1, ...v2 }, v1);
    const early = await world.deployNotes(v2);
    expect(early.problems[0]).toMatchObject({
      code: "EVENT_VERSION_UNREAD",
      message: `${releaseRef(world.reader)} reads notes.Written.v1; ${releaseRef(early.release)} tells only notes.Written.v2.`,
    });
    expect((await world.deployIndex(v2)).problems).toEqual([]);
    expect((await world.deployNotes(v2)).problems).toMatchObject([
      {
        code: "EVENT_VERSION_UNREAD",
        slice: "notes",
        file: "contract/events",
        message: expect.stringContaining(`${releaseRef(world.reader)} (rollback of index until`),
        fix: "In notes: tell notes.Written.v1 too, beside newer versions, until no release of index that runs reads only that.",
      },
    ]);
    world.passMs(16 * 60_000);
    expect((await world.deployNotes(v2)).problems).toEqual([]);
  });

  it("is refused if it gives up an event that is read", async () => {
    await using world = await startWith(v1, v1);
    expect((await world.deployNotes({})).problems[0]).toMatchObject({ code: "EVENT_UNTOLD" });
  });

  it("is refused if it changes a version, even one that nobody reads", async () => {
    await using world = await startWith(v1, {});
    const { release, problems } = await world.deployNotes(written(1, { noteId: text }));
    expect(problems).toEqual([
      {
        code: "EVENT_VERSION_CHANGED",
        slice: "notes",
        release: release.id,
        operation: null,
        file: "contract/events/Written.v1.json",
        line: 1,
        message: `${releaseRef(release)} and ${releaseRef(world.teller)} (live) tell notes.Written.v1 differently: the field text was taken away.`,
        fix: "Leave notes.Written.v1 as it is, but for new fields that may be missing, and tell the new form in its next version.",
      },
    ]);
  });

  it("may add a field that may be missing, be rolled back from it, and be deployed without it again", async () => {
    await using world = await startWith(v1, v1);
    const more = written(1, { noteId: text, text }, { mood: text });
    expect((await world.deployNotes(more)).problems).toEqual([]);
    expect((await world.deployIndex(more)).problems).toEqual([]);
    await world.rollback("notes");
    world.passMs(1_000);
    expect((await world.deployNotes(more)).problems).toEqual([]);
    expect((await world.deploySet(["notes", notes(v1)])).problems).toEqual([]);
  });

  it("may tell a new value once it is known to whoever reads it", async () => {
    const mood = (...values: string[]) => written(1, { mood: { ...text, enum: values } });
    await using world = await startWith(mood("good"), mood("good"));
    expect((await world.deployNotes(mood("good", "bad"))).problems[0]).toMatchObject({
      code: "EVENT_FIELD_UNFIT",
      message: expect.stringContaining("may be bad, which is not known there"),
    });
    expect((await world.deployIndex(mood("good", "bad"))).problems).toEqual([]);
    world.passMs(16 * 60_000);
    expect((await world.deployNotes(mood("good", "bad"))).problems).toEqual([]);
  });
});

it("a release that tells events of another slice cannot be published", async () => {
  await using registry = await startTestRegistry(postgres);
  await expect(makeReady(registry, "index", index({}))).resolves.toBeDefined();
  await expect(makeReady(registry, "index", { ...index({}), publishes: v1 })).rejects.toMatchObject({
    code: "RELEASE_INVALID",
    problems: [
      {
        code: "EVENTS_WRONG",
        message: "The release tells notes.Written.v1, which is not an event of index.",
      },
    ],
  });
});
