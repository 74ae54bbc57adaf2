import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runChild } from "../src/process/run-child.ts";
import { openChildContext } from "./support/tiny-server.ts";

const MARK = `is-written-down-nowhere-${process.pid}`;
const findMarked = () => execFileSync("ps", ["-A", "-o", "args="], { encoding: "utf8" }).match(MARK);

test("a child that cannot be written down does not run on", async () => {
  await using children = await openChildContext();
  const runDir = join(children.runDir, "not-there");
  const command = {
    command: process.execPath,
    args: ["-e", "setInterval(() => {}, 1000)", MARK],
    cwd: import.meta.dirname,
    env: {},
    port: 0,
  };
  await expect(runChild({ ...children, runDir }, "tiny", command)).rejects.toMatchObject({ code: "ENOENT" });
  expect(findMarked()).toBeNull();
});
