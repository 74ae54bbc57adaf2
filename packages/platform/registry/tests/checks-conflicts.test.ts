import { startTestPostgres, type TestPostgres } from "@sliceway/postgres/testing";
import { type Deployment, type Release, releaseRef } from "@sliceway/protocol";
import { RegistryError } from "@sliceway/protocol/client";
import { createLogger, retry } from "@sliceway/service-kit";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startRegistry } from "../src/index.ts";
import type { ReleaseSketch } from "../src/testing/make-release.ts";
import { startTestRegistry, type TestRegistry } from "../src/testing/start-test-registry.ts";
import { makeReady } from "./support/deploy.ts";

const stack = new AsyncDisposableStack();
let postgres: TestPostgres;

beforeAll(async () => {
  postgres = stack.use(await startTestPostgres());
});
afterAll(() => stack.disposeAsync());

const log = createLogger({ name: "registry", level: "silent" });
/** The clock of test registries. */
const NOON = new Date("2026-01-01T12:00:00Z");
const NUMBERS = Array.from({ length: 20 }, (_, index) => index + 1);

/** A slice with a field of its own, `field7`. */
function before(number: number): ReleaseSketch {
  return { schema: `type Query { field${number}: String stays${number}: String }` };
}

/** Its field is gone, and its page reads the fields of all others: of these releases no two fit together. */
function after(number: number): ReleaseSketch {
  const others = NUMBERS.filter((other) => other !== number).map((other) => `field${other}`);
  return {
    schema: `type Query { stays${number}: String }`,
    operations: [`query Page${number} {\n  ${others.join("\n  ")}\n}`],
  };
}

const PATIENCE_MS = 180_000;

async function makeAllReady(
  registry: TestRegistry,
  sketch: (number: number) => ReleaseSketch,
): Promise<Release[]> {
  const releases: Release[] = [];
  for (const number of NUMBERS) releases.push(await makeReady(registry, `slice${number}`, sketch(number)));
  return releases;
}

/** A registry that composes has no time for everybody at once, and says so. */
async function begin({ client }: TestRegistry, release: Release): Promise<Deployment> {
  const isBusy = (error: unknown) => error instanceof RegistryError && error.code === "DATABASE_BUSY";
  const ask = () => client.createDeployment([releaseRef(release)]);
  return await retry(ask, { untilMs: PATIENCE_MS, retryIf: isBusy });
}

/** Each of these composes twenty schemas. */
async function waitForEnd({ client }: TestRegistry, id: string): Promise<Deployment> {
  const getEnded = async () => {
    const deployment = await client.getDeployment(id);
    if (deployment.state === "running") throw new Error(JSON.stringify(deployment.steps, null, 1));
    return deployment;
  };
  return await vi.waitFor(getEnded, { timeout: PATIENCE_MS, interval: 50 });
}

it(
  "lets exactly one of 20 conflicting deployments through, and never makes what does not compose",
  async () => {
    await using registry = await startTestRegistry(postgres);
    // Two that share one database, so that checks really run side by side.
    await using _other = await startRegistry({ ...registry.config, port: 0 }, log, { now: () => NOON });
    const { client } = registry;
    const first = await makeAllReady(registry, before);
    const base = await client.createDeployment(first.map(releaseRef));
    await waitForEnd(registry, base.id);
    const next = await makeAllReady(registry, after);

    const begun = await Promise.all(next.map((release) => begin(registry, release)));
    const ended: Deployment[] = [];
    for (const { id } of begun) ended.push(await waitForEnd(registry, id));
    const winners = ended.filter(({ state }) => state === "done");
    expect(winners).toHaveLength(1);
    const winner = winners[0]?.releases[0]?.split("@")[0];
    const gone = `"${winner?.replace("slice", "field")}"`;
    for (const { problems, releases } of ended.filter(({ state }) => state === "failed")) {
      const loser = releases[0]?.split("@")[0];
      expect(new Set(problems.map(({ slice }) => slice))).toEqual(new Set([winner, loser]));
      expect(problems.find(({ slice }) => slice === loser)?.message).toContain(gone);
    }

    const everLive = new Set((await client.listHistory()).flatMap(({ live }) => live ?? []));
    expect(everLive.size).toBe(2);
    for (const live of everLive) {
      const { operations, releases } = await client.getVector(live);
      const swapped = next.filter(({ slice, id }) => releases[slice] === id);
      expect(operations).toHaveLength(swapped.length);
      expect(swapped.length).toBeLessThanOrEqual(1);
    }
  },
  PATIENCE_MS,
);
