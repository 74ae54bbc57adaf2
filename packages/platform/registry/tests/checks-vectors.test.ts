import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { RELEASE_TOKEN, type Release, releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRelease, type ReleaseSketch } from "../src/testing/make-release.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { deploy, goLive, makeReady } from "./support/deploy.ts";
import { notes, people } from "./support/sketches.ts";
import { stateOf } from "./support/state-of.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const USER = (fields: string) =>
  `type Query { viewer: User }\ntype User @key(fields: "id") { id: ID! ${fields} }`;
const page = (slice: string, text: string): ReleaseSketch => ({
  operations: [`query ${slice}Page {\n  ${text}\n}`],
});

/** Tries to deploy; nobody notices if it is refused. */
async function tryOut(registry: TestRegistry, slice: string, sketch: ReleaseSketch) {
  const before = await registry.client.getRouting();
  const release = await makeReady(registry, slice, sketch);
  const deployment = await deploy(registry, release);
  if (deployment.state === "failed") {
    expect(await registry.client.getRouting()).toEqual(before);
    expect((await stateOf(registry)).wanted.map((wanted) => wanted.release)).not.toContain(release.id);
  }
  return { release, ...deployment };
}

describe("a field", () => {
  it("that another slice's operation uses stays, even if that was never executed", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "people", { schema: USER("name: String age: Int") });
    const reader = await goLive(registry, "notes", page("Note", "viewer { id\n    age }"));
    const { problems } = await tryOut(registry, "people", { schema: USER("name: String") });
    expect(problems).toMatchObject([
      {
        code: "OPERATION_INVALID",
        slice: "notes",
        release: reader.id,
        operation: "NotePage",
        file: "web/src/NotePage.graphql",
        line: 3,
        message: expect.stringContaining('Cannot query field "age" on type "User".'),
      },
    ]);
  });

  it("that only the slice's own old page uses may go with it, and comes back with a rollback", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const old = await goLive(registry, "people", {
      schema: USER("age: Int"),
      ...page("Own", "viewer { age }"),
    });
    const next = { schema: USER("name: String"), ...page("Own", "viewer { name }") };
    const { state } = await tryOut(registry, "people", next);
    expect(state).toBe("done");
    const { live } = await client.rollback("people");
    expect((await client.getVector(live ?? "")).releases.people).toBe(old.id);
  });

  it("whose type clashes with another slice's is refused, naming place and slice", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "people", people);
    const clash = 'type Query { other: Int }\ntype User @key(fields: "id") { id: ID! name: Int @shareable }';
    const { problems, release } = await tryOut(registry, "notes", { schema: clash });
    expect(problems[0]).toMatchObject({ code: "SCHEMAS_DO_NOT_COMPOSE", file: "contract/schema.graphql" });
    expect([release.slice, "people"]).toContain(problems[0]?.slice);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });
});

describe("a slot", () => {
  const filling = (...slots: string[]): ReleaseSketch => ({
    files: { "web/remoteEntry.js": `var container__${RELEASE_TOKEN}` },
    manifest: {
      web: {
        routes: [],
        navigation: [],
        slots: Object.fromEntries(slots.map((slot) => [slot, { module: "./Filler" }])),
      },
    },
  });

  it("that another slice names is not left empty, unless both go together", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "base", people);
    await goLive(registry, "people", filling("person.byline"));
    const naming = await goLive(registry, "notes", { slots: ["person.byline", "nobody.yet"] });
    const { problems, release } = await tryOut(registry, "people", filling());
    expect(problems).toEqual([
      {
        code: "SLOT_LOST",
        slice: "notes",
        release: naming.id,
        operation: null,
        file: "web/src/Page.tsx",
        line: 7,
        message: `${releaseRef(naming)} names the slot person.byline here, and ${releaseRef(release)} does not fill it any more.`,
        fix: expect.stringContaining("Go on filling person.byline in the slice.json of people"),
      },
    ]);
    const silent = await makeReady(registry, "notes", { slots: ["nobody.yet"] });
    expect(await deploy(registry, release, silent)).toMatchObject({ state: "done" });
  });
});

describe("a route", () => {
  const withRoutes = (...names: string[]): ReleaseSketch => ({
    files: { "web/remoteEntry.js": `var container__${RELEASE_TOKEN}` },
    manifest: {
      web: {
        routes: names.map((name) => ({
          name,
          path: `/${name}/:id`,
          module: "./Page",
          title: { en: name },
          variables: {},
        })),
        navigation: [],
        slots: { page: { module: "./Page" } },
      },
    },
  });

  it("that another slice links to stays, unless both go together; the way back keeps it as well", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "base", people);
    await goLive(registry, "people", withRoutes("person"));
    await goLive(registry, "people", withRoutes("person", "album"));
    expect((await registry.client.getRouting()).rollback).toHaveProperty("people");
    const linking = await goLive(registry, "notes", { links: [{ route: "people.album", params: ["id"] }] });
    expect((await registry.client.getRouting()).rollback).not.toHaveProperty("people");
    const { problems, release } = await tryOut(registry, "people", withRoutes("person", "portrait"));
    expect(problems).toEqual([
      {
        code: "ROUTE_MISSING",
        slice: "notes",
        release: linking.id,
        operation: null,
        file: "web/src/Page.tsx",
        line: 9,
        message: `${releaseRef(linking)} links to people.album here, and ${releaseRef(release)} has no route of that name.`,
        fix: expect.stringContaining('Give a route of people the "name" album in its slice.json'),
      },
    ]);
    const silent = await makeReady(registry, "notes", {
      links: [{ route: "people.person", params: ["id"] }],
    });
    expect(await deploy(registry, release, silent)).toMatchObject({ state: "done" });
  });
});

it("a shared export stays as long as a remote uses it", async () => {
  await using registry = await startTestRegistry(postgres);
  const shell = (names: string[]): ReleaseSketch => ({ role: "shell", provides: { "@x/ui": names } });
  await goLive(registry, "base", people);
  await goLive(registry, "frame", shell(["Button", "Card"]));
  const user = await goLive(registry, "notes", { uses: { "@x/ui": ["Card"] } });
  const { problems, release } = await tryOut(registry, "frame", shell(["Button"]));
  expect(problems).toMatchObject([
    {
      code: "SHARED_EXPORT_MISSING",
      slice: "notes",
      release: user.id,
      message: `${releaseRef(user)} uses Card of @x/ui, which ${releaseRef(release)} does not provide.`,
    },
  ]);
});

describe("POST /v1/checks", () => {
  const ids = (releases: { id: string }[]) => releases.map(({ id }) => id);

  it("judges what is not published, and keeps nothing of it", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const first = await goLive(registry, "people", people);
    const before = await client.getRouting();
    const next = await makeRelease("people", {
      schema: USER("name: String age: Int"),
      fragments: people.fragments ?? [],
    });
    const reader = await makeRelease("notes", { ...notes, ...page("Note", "viewer { age }") });
    const report = await client.check([next, reader]);
    expect(report).toMatchObject({
      ok: true,
      live: before.live,
      revision: before.revision,
      vector: expect.stringMatching(/^v-/),
      releases: [releaseRef(next), releaseRef(reader)],
      problems: [],
      rollback: { kept: ["people"], lost: [] },
    });
    expect(ids(await client.listReleases())).toEqual([first.id]);
    expect(await client.getRouting()).toEqual(before);
    await expect(client.getVector(report.vector ?? "")).rejects.toMatchObject({ code: "VECTOR_UNKNOWN" });
  });

  it("says the same as a deployment, for what is published and what is not", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    await goLive(registry, "people", people);
    await goLive(registry, "notes", notes);
    const release = await makeReady(registry, "people", { ...people, fragments: [] });
    const { problems } = await deploy(registry, release);
    expect(problems.map(({ code }) => code)).toEqual(["FRAGMENT_MISSING"]);
    for (const asked of [release, releaseRef(release)]) {
      expect(await client.check([asked])).toMatchObject({ ok: false, vector: null, problems });
    }
  });

  it("tells which migrations would run and which would wait for whom", async () => {
    await using registry = await startTestRegistry(postgres);
    const first = "create table post (text text, mood text);";
    const base = { schema: "type Query { post: String }", migrations: { "slice/0001_a.sql": first } };
    const live = await goLive(registry, "posts", { ...base, database: { post: ["text", "mood"] } });
    const next = await makeRelease("posts", {
      ...base,
      database: { post: ["text"] },
      migrations: {
        ...base.migrations,
        "slice/0002_b.sql": "alter table post add column more text; update post set more = text;",
        "contract/0003_c.sql": "alter table post drop column mood;",
      },
    });
    const { ok, migrations, warnings } = await registry.client.check([next]);
    expect(ok).toBe(true);
    expect(migrations).toEqual([
      { slice: "posts", name: "slice/0002_b.sql", deferred: false, waitsFor: [] },
      {
        slice: "posts",
        name: "contract/0003_c.sql",
        deferred: true,
        waitsFor: [{ release: releaseRef(live), why: "live" }],
      },
    ]);
    expect(warnings).toMatchObject([
      { code: "MIGRATION_DOUBTFUL", message: expect.stringContaining("every row of post") },
    ]);
  });

  it("tells which ways back would be lost, and why", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "people", { schema: USER("name: String") });
    await goLive(registry, "people", { schema: USER("name: String age: Int") });
    const { ok, rollback } = await registry.client.check([
      await makeRelease("notes", page("Note", "viewer { age }")),
    ]);
    expect([ok, rollback.kept]).toEqual([true, []]);
    expect(rollback.lost).toMatchObject([{ slice: "people", problems: [{ operation: "NotePage" }] }]);
  });

  it("refuses what could not be published, and two releases of one slice", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client } = registry;
    const wrong = await makeRelease("posts", {
      schema: "type Query { post: String }",
      migrations: { "slice/0001_a.sql": "create tabl post ();" },
    });
    expect(await client.check([wrong])).toMatchObject({
      ok: false,
      problems: [{ code: "MIGRATION_UNREADABLE", file: "server/migrations/0001_a.sql", line: 1 }],
    });
    expect(await client.check(["posts@000000000000"])).toMatchObject({
      problems: [{ code: "RELEASE_UNKNOWN" }],
    });
    const [one, two]: Release[] = [await makeRelease("notes"), await makeRelease("notes", people)];
    await expect(client.check([one, two].filter((release) => release !== undefined))).rejects.toMatchObject({
      status: 400,
    });
  });
});
