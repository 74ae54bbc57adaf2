import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { ISOLATED, releaseRef } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { publish } from "../src/testing/publish-build.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { deploy, goLive, makeReady, startServer } from "./support/deploy.ts";
import { stateOf, stateWhere } from "./support/state-of.ts";
import { stepOf } from "./support/step-of.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const FIRST = { "slice/0001_post.sql": "create table post (id int, text text, old_text text);" };
const DROP = "-- nobody reads it\nalter table post\n  drop column old_text;";

/** A release of posts that uses these columns, with the first migration and others. */
function posts(columns: string[], migrations: Record<string, string> = {}): ReleaseSketch {
  const all = { ...FIRST, ...migrations };
  return {
    schema: "type Query { post: String }",
    migrations: all,
    database: { post: columns },
    files: { "server/server.mjs": JSON.stringify([columns, Object.keys(all)]) },
  };
}

const old = posts(["id", "text", "old_text"]);
const withoutColumn = posts(["id", "text"]);
const dropping = posts(["id", "text"], { "slice/0002_drop.sql": DROP });
const deferring = posts(["id", "text"], { "contract/0002_drop.sql": DROP });

/** Until nothing but what is live runs: rollbacks, pins and leases of before have ended. */
async function passRetirement(registry: TestRegistry, live: Parameters<typeof startServer>[1]) {
  registry.passMs(16 * 60_000);
  await startServer(registry, live);
  await stateWhere(registry, ({ wanted }) => wanted.every(({ release }) => release === live.id));
}

describe("a migration", () => {
  it("that drops a column which a running release uses is refused, with place and way out", async () => {
    await using registry = await startTestRegistry(postgres);
    const first = await goLive(registry, "posts", old);
    const second = await makeReady(registry, "posts", dropping);
    const deployment = await deploy(registry, second);
    const { state, problems } = deployment;
    expect([state, stepOf(deployment, "check")?.state]).toEqual(["failed", "failed"]);
    expect(problems).toEqual([
      {
        code: "MIGRATION_BREAKS",
        slice: "posts",
        release: second.id,
        operation: null,
        file: "server/migrations/0002_drop.sql",
        line: 2,
        message: `This migration drops the column post.old_text, which running releases use: ${releaseRef(first)} (live).`,
        fix: expect.stringMatching(/server\/migrations\/contract\/.*"unused": \["post\.old_text"\]/),
      },
    ]);
  });

  it("that only adds passes, and may be rolled back", async () => {
    await using registry = await startTestRegistry(postgres);
    const first = await goLive(registry, "posts", old);
    const more = posts(["id", "text", "mood"], {
      "slice/0002_mood.sql": "alter table post add column mood text;",
    });
    await goLive(registry, "posts", more);
    const { live } = await registry.client.rollback("posts");
    expect((await registry.client.getVector(live ?? "")).releases.posts).toBe(first.id);
  });

  it("may drop what every running release calls unused, and not before the others have retired", async () => {
    await using registry = await startTestRegistry(postgres);
    const first = await goLive(registry, "posts", old);
    const second = await goLive(registry, "posts", withoutColumn);
    const third = await makeReady(registry, "posts", dropping);
    const { problems } = await deploy(registry, third);
    expect(problems).toMatchObject([
      { message: expect.stringMatching(`${releaseRef(first)} \\(rollback of posts`) },
    ]);

    await passRetirement(registry, second);
    await startServer(registry, third);
    expect(await deploy(registry, third)).toMatchObject({ state: "done", problems: [] });
  });

  it("meets a release that does not say what it uses as one that uses everything", async () => {
    await using registry = await startTestRegistry(postgres);
    const { database: _, ...silent } = old;
    await goLive(registry, "posts", silent);
    const { problems } = await deploy(registry, await makeReady(registry, "posts", dropping));
    expect(problems).toMatchObject([
      {
        code: "MIGRATION_BREAKS",
        message: expect.stringContaining("which running releases may use: posts@"),
      },
    ]);
  });

  it.each([
    ["create index post_text on post (text);", "MIGRATION_LOCKS", "CREATE INDEX CONCURRENTLY IF NOT EXISTS"],
    ["alter table post add column mood text not null;", "MIGRATION_NARROWS", "Give the column a default"],
    ["alter table post add check (id > 0) not valid;", "MIGRATION_NARROWS", "server/migrations/contract/"],
    ["do $$ begin execute 'drop table post'; end $$;", "MIGRATION_BREAKS", "server/migrations/contract/"],
  ])("is refused beside older releases: %s", async (sql, code, fix) => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", old);
    const next = await makeReady(registry, "posts", posts(["id"], { "slice/0002_next.sql": sql }));
    const { problems } = await deploy(registry, next);
    expect(problems).toMatchObject([{ code, fix: expect.stringContaining(fix), line: 1 }]);
  });

  it("that nobody can read through is let pass and pointed out", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", old);
    const sql = { "slice/0002_block.sql": "do $$ begin perform 1; end $$;" };
    const deployment = await deploy(registry, await makeReady(registry, "posts", posts(["id"], sql)));
    const detail = stepOf(deployment, "check")?.detail;
    expect([deployment.state, detail]).toEqual(["done", expect.stringContaining("runs a DO block")]);
  });

  it("is never changed or taken away once the database has had it", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", posts(["id"], { "slice/0002_a.sql": "select 1;" }));
    const edited = await makeReady(registry, "posts", posts(["id"], { "slice/0002_a.sql": "select 2;" }));
    const lost = await makeReady(registry, "posts", posts(["id"], { "slice/0003_b.sql": "select 3;" }));
    expect((await deploy(registry, edited)).problems).toMatchObject([
      { code: "MIGRATION_EDITED", file: "server/migrations/0002_a.sql" },
    ]);
    expect((await deploy(registry, lost)).problems).toMatchObject([
      { code: "MIGRATION_MISSING", file: "server/migrations/0002_a.sql" },
    ]);
  });

  it("is not published unless PostgreSQL can read it, by whatever the publisher says", async () => {
    await using registry = await startTestRegistry(postgres);
    const wrong = posts(["id"], { "slice/0002_x.sql": "select 1;\n\nalter tabel post;" });
    await expect(makeReady(registry, "posts", wrong)).rejects.toMatchObject({
      problems: [{ code: "MIGRATION_UNREADABLE", file: "server/migrations/0002_x.sql", line: 3 }],
    });
    const adding = posts(["id"], { "contract/0002_x.sql": "alter table post rename column text to body;" });
    await expect(makeReady(registry, "posts", adding)).rejects.toMatchObject({
      problems: [{ code: "CONTRACTION_ADDS", file: "server/migrations/contract/0002_x.sql", line: 1 }],
    });
  });
});

it("a preview that works on a database of its own is judged by nobody else's, nor others by it", async () => {
  await using registry = await startTestRegistry(postgres);
  const { client, service } = registry;
  await goLive(registry, "posts", posts(["id"]));
  const more = { "slice/0002_mood.sql": "alter table post add column mood text;" };
  const tried = await publish(
    client,
    "posts",
    posts(["id", "mood", "old_text"], { ...more, "slice/0003_drop.sql": DROP }),
  );
  const preview = { name: "pr-1", hours: 1 };
  const { id } = await client.createDeployment([releaseRef(tried)], { preview });
  const instance = `posts-${tried.id}${ISOLATED}`;
  const lease = { slice: "posts", release: tried.id, instance, url: "http://127.0.0.1:1" };
  await service.openLease({ ...lease, state: "ready" });
  expect(await waitForDeployment(registry, id, ({ state }) => state !== "running")).toMatchObject({
    problems: [],
  });
  await goLive(registry, "posts", posts(["id"], { "slice/0002_drop.sql": DROP }));
});

describe("a deferred migration", () => {
  it("waits for those who need the old shape, over a restart, and sets the rollback floor", async () => {
    await using registry = await startTestRegistry(postgres);
    const { client, service } = registry;
    const first = await goLive(registry, "posts", old);
    const before = (await client.getRouting()).live ?? "";
    const second = await goLive(registry, "posts", deferring);
    expect((await stateOf(registry)).contractions).toBeUndefined();

    await passRetirement(registry, second);
    const due = [{ slice: "posts", release: second.id, migrations: ["contract/0002_drop.sql"] }];
    await stateWhere(registry, ({ contractions }) => contractions !== undefined);
    await registry.restart();
    expect((await stateOf(registry)).contractions).toEqual(due);

    const floor = { code: "BELOW_ROLLBACK_FLOOR", file: "server/migrations/contract/0002_drop.sql", line: 2 };
    expect((await deploy(registry, first)).problems).toMatchObject([floor]);
    await service.reportMigrated("posts", second.id, { ok: true, contracted: ["contract/0002_drop.sql"] });
    await stateWhere(registry, ({ contractions }) => contractions === undefined);

    const { problems } = await deploy(registry, first);
    expect(problems).toMatchObject([floor]);
    expect(problems[0]?.message).toMatch(
      `${releaseRef(first)} was built before ${releaseRef(second)}, whose server/migrations/contract/0002_drop.sql drops`,
    );
    const { revision } = await client.getRouting();
    await expect(client.setRouting({ revision, live: before })).rejects.toMatchObject({
      status: 409,
      code: "BELOW_ROLLBACK_FLOOR",
    });
  });

  it("does not wait for those who can do without", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", withoutColumn);
    const second = await goLive(registry, "posts", deferring);
    const { contractions } = await stateWhere(registry, ({ contractions }) => contractions !== undefined);
    expect(contractions).toMatchObject([{ release: second.id }]);
  });

  it("does not come while what brought it is rolled back", async () => {
    await using registry = await startTestRegistry(postgres);
    const first = await goLive(registry, "posts", old);
    await goLive(registry, "posts", deferring);
    await registry.client.rollback("posts");
    await passRetirement(registry, first);
    expect((await stateOf(registry)).contractions).toBeUndefined();
  });

  it("has nobody to wait for at the first deployment: it runs in its place", async () => {
    await using registry = await startTestRegistry(postgres);
    const release = await makeReady(registry, "posts", deferring);
    await registry.client.createDeployment([releaseRef(release)]);
    const { wanted, contractions } = await stateWhere(registry, (state) => state.wanted.length > 0);
    expect([wanted[0]?.release, contractions?.[0]?.migrations]).toEqual([
      release.id,
      ["contract/0002_drop.sql"],
    ]);
  });

  it("that failed is undone, and comes again with the release that has it corrected", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", withoutColumn);
    const second = await goLive(registry, "posts", deferring);
    await stateWhere(registry, ({ contractions }) => contractions !== undefined);
    const report = { ok: false, error: "no such column", contracted: ["contract/0002_drop.sql"] };
    await registry.service.reportMigrated("posts", second.id, report);
    await stateWhere(registry, ({ contractions }) => contractions === undefined);

    const mended = posts(["id"], { "contract/0002_drop.sql": DROP.replace("column", "column if exists") });
    const third = await goLive(registry, "posts", mended);
    const { contractions } = await stateWhere(registry, ({ contractions }) => contractions !== undefined);
    expect(contractions).toMatchObject([{ release: third.id }]);
  });

  it("must have run before its name is used again", async () => {
    await using registry = await startTestRegistry(postgres);
    await goLive(registry, "posts", old);
    await goLive(registry, "posts", deferring);
    const again = { "slice/0003_again.sql": "alter table post add column old_text int;" };
    const next = posts(["id"], { "contract/0002_drop.sql": DROP, ...again });
    const { problems } = await deploy(registry, await makeReady(registry, "posts", next));
    expect(problems).toMatchObject([
      { code: "MIGRATION_TOO_EARLY", file: "server/migrations/0003_again.sql" },
    ]);
  });
});
