import { type Canary, canonicalJson, type Routing } from "@sliceway/protocol";
import { countBuckets } from "../canary/bucket-ranges.ts";

/** What a change of the routing did, in the words of the audit log. */
export interface DescribedChange {
  what: "live" | "canary" | "preview" | "revoke" | "old pages";
  from: string | null;
  to: string | null;
  deployment?: string;
}

type ReleasesOf = (vector: string) => Record<string, string>;

/** All that a change of the routing did to whom it sends where. Rollbacks follow from what is live and are left out. */
export function describeChange(before: Routing, after: Routing, releasesOf: ReleasesOf): DescribedChange[] {
  return [
    ...describeLive(before, after, releasesOf),
    ...describeCanaries(before, after),
    ...describePreviews(before, after),
    ...describeRevoked(before, after),
    ...describeOldPages(before, after),
  ];
}

function describeLive(before: Routing, after: Routing, releasesOf: ReleasesOf): DescribedChange[] {
  if (before.live === after.live) return [];
  const [old, now] = [before, after].map(({ live }) => (live === null ? {} : releasesOf(live)));
  const write = (one: Record<string, string> = {}, other: Record<string, string> = {}) =>
    Object.entries(one)
      .filter(([slice, id]) => other[slice] !== id)
      .map(([slice, id]) => `${slice}@${id}`)
      .sort()
      .join(" ") || null;
  return [{ what: "live", from: write(old, now), to: write(now, old) }];
}

function describeCanaries(before: Routing, after: Routing): DescribedChange[] {
  const find = ({ canaries }: Routing, id: string) => canaries.find(({ deployment }) => deployment === id);
  const ids = new Set([...before.canaries, ...after.canaries].map(({ deployment }) => deployment));
  return [...ids].flatMap((deployment) => {
    const [from, to] = [write(find(before, deployment)), write(find(after, deployment))];
    return from === to ? [] : [{ what: "canary" as const, from, to, deployment }];
  });
}

function write(canary: Canary | undefined): string | null {
  return canary ? `${canary.releases.join(" ")} ${countBuckets(canary.ranges) / 100}%` : null;
}

function describePreviews(before: Routing, after: Routing): DescribedChange[] {
  return Object.keys({ ...before.previews, ...after.previews }).flatMap((name) => {
    const [from, to] = [before, after].map(({ previews }) => previews[name]?.releases.join(" "));
    // Who works on something shows another release with every save.
    const isSave = before.previews[name]?.dev && after.previews[name]?.dev;
    if (from === to || isSave) return [];
    return [
      { what: "preview" as const, from: from ? `${name}: ${from}` : null, to: to ? `${name}: ${to}` : null },
    ];
  });
}

function describeRevoked(before: Routing, after: Routing): DescribedChange[] {
  const added = after.revoked.filter((ref) => !before.revoked.includes(ref));
  return added.map((ref) => ({ what: "revoke", from: ref, to: null }));
}

function describeOldPages(before: Routing, after: Routing): DescribedChange[] {
  const [from, to] = [before, after].map(({ forwards, leaving }) => canonicalJson({ forwards, leaving }));
  if (from === to) return [];
  const count = ({ forwards, leaving }: Routing) =>
    `${Object.keys(forwards).length} forwarded, ${Object.keys(leaving).length} leaving`;
  return [{ what: "old pages", from: count(before), to: count(after) }];
}
