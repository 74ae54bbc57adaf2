import { type Canary as RealCanary, type Routing, VISITOR_BUCKETS } from "@sliceway/protocol";
import type { RegistryClient } from "@sliceway/protocol/client";
import type { Canary, Releases, View } from "../model/model.ts";
import type { Names } from "./names.ts";

/** Says a routing in the words of the model. */
export type ReadView = (routing: Routing) => Promise<View>;

/** `now`: of the registry. Ways whose time is over are left out. */
export function createReadView(client: RegistryClient, names: Names, now: () => Date): ReadView {
  const known = new Map<string, Promise<Releases>>();
  const read = async (vector: string) => toReleases((await client.getVector(vector)).releases, names);
  const releasesOf = (vector: string) => {
    const releases = known.get(vector) ?? read(vector);
    known.set(vector, releases);
    return releases;
  };
  const readWay = async ({ vector, until }: { vector: string; until: string }) => ({
    vector: await releasesOf(vector),
    until: Date.parse(until),
  });
  return async ({ live, rollback, canaries, previews, revoked }) => {
    const isOpen = ([, { until }]: [string, { until: string }]) => Date.parse(until) > now().getTime();
    const open = <T extends { until: string }>(ways: Record<string, T>) =>
      Object.fromEntries(Object.entries(ways).filter(isOpen)) as Record<string, T>;
    return {
      live: live === null ? {} : await releasesOf(live),
      rollback: await mapValues(open(rollback), readWay),
      canaries: await mapValues(
        Object.fromEntries(canaries.map((canary) => [canary.deployment, canary])),
        async (canary) => toCanary(canary, await releasesOf(canary.vector), names),
      ),
      previews: await mapValues(open(previews), async (preview) => ({
        releases: preview.releases.map(names.find),
        ...(await readWay(preview)),
      })),
      revoked: revoked.map(names.find),
    };
  };
}

function toReleases(releases: Record<string, string>, names: Names): Releases {
  return Object.fromEntries(
    Object.entries(releases).map(([slice, id]) => [slice, names.find(`${slice}@${id}`).split("@")[1] ?? ""]),
  );
}

function toCanary({ releases, ranges }: RealCanary, vector: Releases, names: Names): Canary {
  const buckets = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  return { releases: releases.map(names.find), percent: (buckets / VISITOR_BUCKETS) * 100, vector };
}

async function mapValues<T, U>(
  record: Record<string, T>,
  map: (value: T) => Promise<U>,
): Promise<Record<string, U>> {
  const entries = Object.entries(record).map(async ([key, value]) => [key, await map(value)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
