import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  beginCanary,
  percentOf,
  release,
  setLive,
  shareOf,
  startCanaryPlatform,
} from "./support/canary-platform.ts";
import { holdBack, nextRevision } from "./support/hold-back.ts";
import { changed, notes } from "./support/sketches.ts";
import { isAt } from "./support/step-of.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

describe("of two at once", () => {
  it("a rollback of a canary that the other ends leaves alone what is live", async () => {
    await using platform = await startCanaryPlatform(postgres);
    const { registry } = platform;
    await setLive(platform, [await release(registry, "notes", changed(notes, "second"))]);
    await beginCanary(platform, ["notes", changed(notes, "third")], [10]);
    const before = await registry.client.getRouting();
    expect(before.rollback).toHaveProperty("notes");

    await using other = await holdBack(registry, nextRevision("'[]'"));
    const rollback = registry.client.rollback("notes");
    await other.waitForBlocked('insert into "routing"');
    await other.commit();

    const { live, revision } = before;
    expect(await rollback).toMatchObject({ live, canaries: [], revision: revision + 1 });
  });

  it("promotions take one step of a canary", async () => {
    await using platform = await startCanaryPlatform(postgres);
    const { client } = platform.registry;
    await beginCanary(platform, ["notes", changed(notes, "second")], [10, 50, 100]);

    await using held = await holdBack(platform.registry, nextRevision());
    const first = client.promote("notes");
    await held.waitForBlocked('insert into "routing"');
    const second = client.promote("notes");
    await held.waitForRetry();
    await held.rollBack();

    const answers = await Promise.all([first, second]);
    expect(answers.map((one) => [percentOf(one), isAt("canary")(one)])).toEqual([
      [50, true],
      [50, true],
    ]);
    expect(shareOf(await client.getRouting())).toEqual([50]);
    expect(isAt("shift")(await client.promote("notes"))).toBe(true);
  });
});
