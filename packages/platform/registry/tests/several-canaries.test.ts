import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { releaseRef, visitorBucket } from "@sliceway/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countBuckets } from "../src/canary/bucket-ranges.ts";
import {
  beginCanary,
  isDone,
  isFailed,
  percentOf,
  release,
  setLive,
  startCanaryPlatform,
} from "./support/canary-platform.ts";
import { changed, notes, people } from "./support/sketches.ts";
import { waitForDeployment } from "./support/wait-for-deployment.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const startPlatform = () => startCanaryPlatform(postgres);

describe("several canaries", () => {
  it("have visitors of their own, and are refused where there is no room", async () => {
    await using platform = await startPlatform();
    const { client } = platform.registry;
    const first = await beginCanary(platform, ["notes", changed(notes, "second")], [60]);
    await beginCanary(platform, ["people", changed(people, "second")], [30]);
    const { canaries } = await client.getRouting();
    expect(canaries.map(({ releases }) => releases.length)).toEqual([1, 1]);
    const all = canaries.flatMap(({ ranges }) => ranges).toSorted((a, b) => a.from - b.from);
    expect(countBuckets(all)).toBe(9_000);
    expect(all.every(({ to }, index) => to <= (all[index + 1]?.from ?? 10_000))).toBe(true);

    await expect(client.promote("people", 41)).rejects.toMatchObject({ code: "CANARY_STAYS" });
    const again = await release(platform.registry, "notes", changed(notes, "third"));
    const second = client.createDeployment([releaseRef(again)], { canary: { steps: [1] } });
    await expect(second).rejects.toMatchObject({ status: 409, code: "CANARY_RUNNING" });
    await client.promote("notes", 70);
    const late = await release(platform.registry, "more", { schema: "type Query { more: Int }" });
    const third = client.createDeployment([releaseRef(late)], { canary: { steps: [1] } });
    await expect(third).rejects.toMatchObject({ status: 422, message: expect.stringMatching(/leave 0%/) });
    expect(percentOf(await client.getDeployment(first.id))).toBe(70);
  });

  it("of one slice are refused but one, however many begin at the same moment", async () => {
    await using platform = await startPlatform();
    const { registry } = platform;
    const texts = ["second", "third", "fourth", "fifth", "sixth", "seventh"];
    const notesReleases = await Promise.all(
      texts.map((text) => release(registry, "notes", changed(notes, text))),
    );
    const peopleRelease = await release(registry, "people", changed(people, "second"));
    const sets = notesReleases.map((one, index) => {
      const refs = [releaseRef(one), ...(index % 2 === 0 ? [releaseRef(peopleRelease)] : [])];
      return index % 4 === 0 ? refs : refs.toReversed();
    });

    const begun = await Promise.allSettled(
      sets.map((refs) => registry.client.createDeployment(refs, { canary: { steps: [5] } })),
    );

    expect(begun.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = begun.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.map(({ status, code }) => [status, code])).toEqual(
      refused.map(() => [409, "CANARY_RUNNING"]),
    );
  });

  it("give 10,000 visitors their shares, move nobody back, and have none in common", async () => {
    await using platform = await startPlatform();
    const { client } = platform.registry;
    const visitors = Array.from({ length: 10_000 }, (_, index) => visitorBucket(`visitor-${index}`));
    const whoHas = async (deployment: string) => {
      const { canaries } = await client.getRouting();
      const ranges = canaries.find((canary) => canary.deployment === deployment)?.ranges ?? [];
      const isIn = (bucket: number) => ranges.some(({ from, to }) => from <= bucket && bucket < to);
      return new Set(visitors.flatMap((bucket, visitor) => (isIn(bucket) ? [visitor] : [])));
    };
    const { id } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    const tenth = await whoHas(id);
    expect(tenth.size).toBeGreaterThan(900);
    expect(tenth.size).toBeLessThan(1_100);

    const other = await beginCanary(platform, ["people", changed(people, "second")], [30]);
    await client.promote("notes", 25);
    const quarter = await whoHas(id);
    expect(tenth.difference(quarter).size).toBe(0);
    expect(quarter.size).toBeGreaterThan(2_300);
    expect(quarter.intersection(await whoHas(other.id)).size).toBe(0);
  });

  it("stand on what is live whenever that moves, in the same revision", async () => {
    await using platform = await startPlatform();
    const { registry } = platform;
    const { id, release: canary } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    const before = await registry.client.getRouting();
    const next = await release(registry, "people", changed(people, "second"));
    await setLive(platform, [next]);

    const after = await registry.client.getRouting();
    expect(after.revision).toBe(before.revision + 1);
    expect(after.canaries).toMatchObject([{ deployment: id, ranges: before.canaries[0]?.ranges }]);
    const { releases } = await registry.client.getVector(after.canaries[0]?.vector ?? "");
    expect(releases).toEqual({ notes: canary.id, people: next.id });

    await registry.client.rollback("people");
    expect((await registry.client.getRouting()).canaries).toEqual(before.canaries);
  });

  it("end when they do not fit what goes live, or when their slice gets another release", async () => {
    await using platform = await startPlatform();
    const { registry } = platform;
    const needs = { ...notes, operations: ["query NotePage { viewer { name } }"] };
    const { id } = await beginCanary(platform, ["notes", needs], [10]);
    const nameless = {
      ...people,
      schema: people.schema?.replace(" name: String", " title: String") ?? "",
      fragments: ["fragment Byline_user on User { id }"],
    };
    await setLive(platform, [await release(registry, "people", nameless)]);
    const failed = await waitForDeployment(registry, id, isFailed);
    expect(failed.problems[0]?.message).toMatch(
      /^The canary was ended: it does not fit what went live: .*"name"/,
    );

    const other = await beginCanary(platform, ["notes", changed(notes, "third")], [10]);
    const fix = await release(registry, "notes", changed(notes, "fix"));
    await setLive(platform, [fix]);
    const ended = await waitForDeployment(registry, other.id, isFailed);
    expect(ended.problems[0]?.message).toBe(`The canary was ended: ${releaseRef(fix)} went live.`);
  });

  it("are done when their releases go live by other means", async () => {
    await using platform = await startPlatform();
    const { id, release: canary } = await beginCanary(platform, ["notes", changed(notes, "second")], [10]);
    await setLive(platform, [canary]);
    expect((await waitForDeployment(platform.registry, id, isDone)).problems).toEqual([]);
  });
});
