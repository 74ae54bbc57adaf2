import { expect, it } from "vitest";
import { makeRelease } from "../../testing/make-release.ts";
import type { DatabaseView, RunningRelease } from "./database-view.ts";
import { listDue, planContractions } from "./plan-contractions.ts";

const FIRST = { "slice/0001.sql": "create table post (a int, b int, c int);" };
const DROPS = {
  "contract/0002.sql": "alter table post drop column a;",
  "contract/0003.sql": "alter table post drop column b;",
  "contract/0004.sql": "alter table post drop column c;",
};

const posts = (columns: string[], migrations: Record<string, string> = {}) =>
  makeRelease("posts", { migrations: { ...FIRST, ...migrations }, database: { post: columns } });
const viewOf = (...running: RunningRelease[]): DatabaseView => ({ running, known: [] });

/** `0003: live`: what waits, and for whom. */
async function plan(view: DatabaseView): Promise<string[]> {
  const plans = planContractions(await posts([], DROPS), view);
  return plans.map(({ migration, waitsFor }) => `${migration.name}: ${waitsFor.map(({ why }) => why)}`);
}

it("lets each wait for those who need what it takes away, and none overtake another", async () => {
  const view = viewOf(
    { release: await posts(["b"]), why: "live" },
    { release: await posts(["x"]), why: "pages" },
  );
  expect(await plan(view)).toEqual([
    "contract/0002.sql: ",
    "contract/0003.sql: live",
    "contract/0004.sql: live",
  ]);
  const due = listDue(planContractions(await posts([], DROPS), view));
  expect(due.map(({ name }) => name)).toEqual(["contract/0002.sql"]);
});

it("waits for nobody who knows the migration, and leaves out what the database has had", async () => {
  const informed = await posts(["a", "b", "c"], DROPS);
  expect(await plan(viewOf({ release: informed, why: "live" }))).toEqual([
    "contract/0002.sql: ",
    "contract/0003.sql: ",
    "contract/0004.sql: ",
  ]);
  const known = informed.migrations.slice(0, 3).map((migration) => ({
    ...migration,
    release: informed.id,
    state: migration.name === "contract/0003.sql" ? ("failed" as const) : ("done" as const),
  }));
  expect(await plan({ running: [], known })).toEqual(["contract/0003.sql: ", "contract/0004.sql: "]);
});

it("takes what cannot be read for something that everybody needs", async () => {
  const release = await posts([], { "contract/0002.sql": "select tidy();" });
  const plans = planContractions(release, viewOf({ release: await posts([]), why: "live" }));
  expect(plans[0]?.waitsFor).toHaveLength(1);
});
