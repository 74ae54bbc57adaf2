import colors from "picocolors";
import { expect, test } from "vitest";
import type { SliceStatus, Status } from "../platform/read-status.ts";
import { renderStatus } from "./render-status.ts";

const plain = colors.createColors(false);

function statusOf(slices: SliceStatus[], live: string | null = "v-000000000000"): Status {
  return {
    gatewayUrl: "http://localhost:8000",
    registryUrl: "http://127.0.0.1:7000",
    live,
    revision: 3,
    since: null,
    cause: "rollback of posts",
    slices,
  };
}

test("says what is live, where its servers are, and what else runs and why", () => {
  const [old, live] = ["a".repeat(12), "b".repeat(12)];
  const ready = (release: string, port: number) => ({
    release,
    state: "ready" as const,
    url: `http://h:${port}`,
    process: { pid: 4000 + port, memoryBytes: 100 * 2 ** 20 },
  });
  const others = [{ release: old, reason: "pages at v-1", instances: [ready(old, 2)] }];
  const posts = { slice: "posts", release: live, instances: [ready(live, 1)], others, rollback: null };
  const shell = { slice: "shell", release: live, instances: [], others: [], rollback: null };
  expect(renderStatus(statusOf([posts, shell]), plain)).toEqual([
    "live  v-000000000000  revision 3  (rollback of posts)",
    "at    http://localhost:8000",
    "",
    "slice  release              server      pid   memory  why",
    "posts  bbbbbbbbbbbb  ready  http://h:1  4001  100 MB  live",
    "       aaaaaaaaaaaa  ready  http://h:2  4002  100 MB  pages at v-1",
    "shell  bbbbbbbbbbbb         -                         live",
  ]);
});

test("says so when nothing is live yet", () => {
  expect(renderStatus(statusOf([], null), plain)[0]).toBe("Nothing is live yet at http://localhost:8000.");
});
