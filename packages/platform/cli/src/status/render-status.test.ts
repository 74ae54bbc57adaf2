import type { Deployment } from "@sliceway/protocol";
import colors from "picocolors";
import { describe, expect, test } from "vitest";
import { clockTime } from "../report/local-time.ts";
import { renderStatus } from "./render-status.ts";
import type { WholeStatus } from "./status-view.ts";

const NOW = Date.parse("2026-01-01T12:00:00Z");
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const [OLD, LIVE] = ["a".repeat(12), "b".repeat(12)];
const MEGABYTE = 2 ** 20;

const calm: WholeStatus = {
  gatewayUrl: "http://localhost:8000",
  registryUrl: "http://127.0.0.1:7000",
  live: "v-000000000000",
  revision: 3,
  since: null,
  cause: "rollback of posts",
  slices: [],
  canaries: [],
  previews: [],
  deployments: [],
  lastDeployment: null,
  held: [],
  oldPagesMemory: { usedBytes: 0, budgetBytes: 1024 * MEGABYTE },
  revoked: [],
  contractions: [],
  traffic: {},
  requestsPerSecond: null,
  events: [],
  deadLetters: {},
};

const ready = (release: string, port: number) => ({
  release,
  state: "ready" as const,
  url: `http://h:${port}`,
  process: { pid: 4000 + port, memoryBytes: 100 * MEGABYTE },
  requestsPerSecond: port === 1 ? 12.3 : null,
});
const nobody = { since: null, by: null, rollback: null };
const slices: WholeStatus["slices"] = [
  {
    ...nobody,
    slice: "posts",
    release: LIVE,
    since: ago(300),
    by: "alice",
    instances: [ready(LIVE, 1)],
    others: [{ release: OLD, reason: "canary 5a5a-4b4b", instances: [ready(OLD, 2)] }],
  },
  { ...nobody, slice: "shell", release: LIVE, since: ago(7200), by: "bob", instances: [], others: [] },
];
const deployment: Deployment = {
  id: "d",
  by: "alice",
  releases: [`posts@${OLD}`],
  state: "running",
  vector: null,
  steps: [
    { name: "check", state: "done", startedAt: ago(9), ms: 40, detail: "fits" },
    { name: "start", state: "running", startedAt: ago(3), ms: null, detail: "no server is ready yet" },
    { name: "warm", state: "waiting", startedAt: null, ms: null, detail: null },
    { name: "retire", state: "waiting", startedAt: null, ms: null, detail: null },
  ],
  canary: null,
  preview: null,
  report: null,
  problems: [],
  createdAt: ago(10),
};
const canary: WholeStatus["canaries"][number] = {
  deployment: "d",
  by: "alice",
  releases: [`posts@${OLD}`],
  vector: "v-1",
  percent: 10,
  since: ago(180),
  canary: { requests: 40, failed: 2, p95Ms: 70 },
  live: { requests: 400, failed: 0, p95Ms: 50 },
  steps: [1, 10, 50],
  next: 50,
  samples: 100,
  stepMinutes: 10,
};

/** Without colours. */
function render(status: Partial<WholeStatus>, width = Infinity): string[] {
  return renderStatus({ ...calm, ...status }, { colors: colors.createColors(false), width, now: NOW });
}

/** What stands below what is live. */
const below = (status: Partial<WholeStatus>) => render(status).slice(3);

test("says what is live, where its servers are, what they bear, and what else runs and why", () => {
  expect(render({ slices })).toEqual([
    "live  v-000000000000  revision 3  (rollback of posts)",
    "at    http://localhost:8000",
    "",
    "slice  release              age    by     server  pid   memory  load      why",
    "posts  bbbbbbbbbbbb  ready  5 min  alice  h:1     4001  100 MB  12 req/s  live",
    "       aaaaaaaaaaaa  ready                h:2     4002  100 MB            canary",
    "shell  bbbbbbbbbbbb         2 h    bob    -                               live",
  ]);
});

test("says so when nothing is live yet", () => {
  expect(render({ live: null })[0]).toBe("Nothing is live yet at http://localhost:8000.");
});

test("shows each step of a deployment with its time, and what the present one waits for", () => {
  expect(below({ deployments: [deployment] })).toEqual([
    "deploy   posts@aaaaaaaaaaaa  10 s by alice",
    "         ✔ check 40 ms  ● start 3.0 s  · warm",
    "         no server is ready yet",
  ]);
});

test("shows how the last deployment went, for a while", () => {
  const problem = { code: "X", message: "posts@a does not fit.", fix: "Mend it." };
  const place = { slice: null, release: null, operation: null, file: null, line: null };
  const failed: Deployment = { ...deployment, state: "failed", problems: [{ ...place, ...problem }] };
  expect(below({ lastDeployment: failed })).toEqual([
    "last     posts@aaaaaaaaaaaa  failed in 1.0 s  8 s ago by alice",
    "         ✔ check 40 ms  ● start 3.0 s  · warm",
    "         posts@a does not fit.",
  ]);
  expect(below({ lastDeployment: { ...failed, steps: [], createdAt: ago(3600) } })).toEqual([]);
});

test("a canary has its share, its figures beside those of live, and what it waits for", () => {
  expect(below({ canaries: [canary] })).toEqual([
    "canary   posts@aaaaaaaaaaaa  10% of the visitors for 3 min  1 → [10] → 50  by alice",
    "         40 requests, 2 failed (5.0%), p95 70 ms  live: 400 requests, 0 failed, p95 50 ms",
    "         then 50%, after 60 more of 100 requests, or in 7 min 0 s if none fails",
  ]);
  expect(below({ canaries: [{ ...canary, next: null }] }).at(-1)).toMatch(
    /stays until: sliceway promote posts$/,
  );
  expect(below({ canaries: [{ ...canary, samples: 40 }] }).at(-1)).toMatch(/ then 50%$/);
  expect(below({ canaries: [{ ...canary, since: ago(900) }] }).at(-1)).toMatch(
    /or as soon as none has failed$/,
  );
});

test("old pages are counted, with how each of them is served and what that costs", () => {
  const page = { releases: [`posts@${OLD}`], pages: 2, until: ago(0), by: null, leavesAt: null };
  const held: WholeStatus["held"] = [
    { ...page, vector: "v-1", served: "kept" },
    { ...page, vector: "v-2", pages: 1, served: "forwarded", by: "v-9" },
    { ...page, vector: "v-3", pages: 0, served: "leaving", leavesAt: ago(0) },
  ];
  const until = clockTime(ago(0));
  expect(below({ held, oldPagesMemory: { usedBytes: 80 * MEGABYTE, budgetBytes: 600 * MEGABYTE } })).toEqual([
    `pages    2 pages at v-1  posts@aaaaaaaaaaaa  kept on their own servers  until ${until}`,
    `pages    1 page at v-2  posts@aaaaaaaaaaaa  rolled forward to v-9  until ${until}`,
    `pages    held at v-3  posts@aaaaaaaaaaaa  asked to refresh, served until ${until}  until ${until}`,
    "memory   servers for old pages alone take 80 MB of 600 MB",
  ]);
});

test("previews, revoked releases and migrations that wait have a line each", () => {
  const preview = {
    name: "pr-42",
    releases: [`posts@${OLD}`],
    vector: "v-1",
    until: ago(-7200),
    isolated: [],
  };
  const waiting = { slice: "posts", release: LIVE, name: "contract/0002_drop.sql", error: null };
  const status: Partial<WholeStatus> = {
    previews: [preview],
    revoked: [`posts@${OLD}`],
    contractions: [
      { ...waiting, state: "waiting", waitsFor: [{ release: `posts@${OLD}`, why: "pages at v-1" }] },
      { ...waiting, state: "failed", waitsFor: [], error: "no such\ncolumn" },
    ],
  };
  expect(below(status)).toEqual([
    `preview  pr-42  posts@aaaaaaaaaaaa  until ${clockTime(ago(-7200))}, 2 h left`,
    "revoked  posts@aaaaaaaaaaaa",
    "later    posts contract/0002_drop.sql  waits for posts@aaaaaaaaaaaa: pages at v-1",
    "later    posts contract/0002_drop.sql  failed: no such column",
  ]);
});

test("of events only what is behind is told, and what failed for good", () => {
  const idle = {
    slice: "posts",
    outbox: { pending: 0, oldestAgeSeconds: 0 },
    parked: { parked: 0, dead: 0 },
  };
  const calmly = { ...idle, sources: [], problem: null };
  expect(below({ events: [calmly] })).toEqual(["events   nobody is behind"]);
  const feeds: WholeStatus["events"][number] = {
    slice: "feeds",
    outbox: { pending: 7, oldestAgeSeconds: 2 },
    parked: { parked: 3, dead: 1 },
    sources: [{ source: "posts", events: 4, oldestAgeSeconds: 1 }],
    problem: null,
  };
  const broken = { slice: "friends", outbox: null, parked: null, sources: null, problem: "no connection" };
  expect(below({ events: [feeds, broken], deadLetters: { feeds: 1 } })).toEqual([
    "events   feeds has 7 to tell (2 s)  feeds is 4 behind posts (1 s)  feeds tries 2 events again  friends: no connection",
    "dead     1 dead letter in feeds  sliceway events dead feeds",
  ]);
});

describe.each([80, 60])("in %d columns", (width) => {
  const all = { slices, deployments: [deployment], canaries: [canary], lastDeployment: deployment };

  test("no line is longer", () => {
    const long = {
      slices: slices.map((slice) => ({ ...slice, rollback: { vector: "v-1", until: ago(0) } })),
    };
    const lines = render({ ...all, ...long }, width);
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });

  test("releases, their state and the reason stay", () => {
    expect(render(all, width)[4]).toMatch(/^posts {2}bbbbbbbbbbbb {2}ready .* live$/);
    expect(render(all, width).join("\n")).toContain("● start 3.0 s");
  });
});
