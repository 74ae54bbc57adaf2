import { expect, test } from "vitest";
import { readServerName, serverName } from "./server-name.ts";

const wanted = { slice: "posts", release: "3f9c2a1b04de", reason: "live" };

test("a server is known by its release, and by whether its database is its own", () => {
  expect(serverName(wanted)).toBe("posts@3f9c2a1b04de");
  const isolated = serverName({ ...wanted, isolated: true });
  expect(isolated).not.toBe(serverName(wanted));
  expect(readServerName(isolated)).toEqual({ ref: "posts@3f9c2a1b04de", isIsolated: true });
  const kept = serverName({ ...wanted, isolated: true, database: "0a1b2c3d4e5f" });
  expect(kept).not.toBe(isolated);
  expect(readServerName(kept)).toEqual({
    ref: "posts@3f9c2a1b04de",
    isIsolated: true,
    database: "0a1b2c3d4e5f",
  });
  expect(readServerName(serverName(wanted))).toEqual({ ref: "posts@3f9c2a1b04de", isIsolated: false });
});
