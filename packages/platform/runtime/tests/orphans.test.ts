import { expect, test } from "vitest";
import { listChildren, readRecords, writeRecord } from "../src/process/child-records.ts";
import { endOrphans } from "../src/process/end-orphans.ts";
import { readProcessStart } from "../src/process/process-start.ts";
import { runChild } from "../src/process/run-child.ts";
import { openChildContext, tinyServer } from "./support/tiny-server.ts";

test("what an earlier run left behind is ended and forgotten", async () => {
  await using children = await openChildContext();
  const { pid, started, end } = await runChild(children, "posts@111111111111", await tinyServer());
  const [record] = listChildren(children.runDir);
  expect(record).toMatchObject({ name: "posts@111111111111", pid, started });

  expect(await endOrphans(children.runDir)).toEqual([record]);
  expect((await end).reason).toMatch(/SIGTERM|exit code 0/);
  expect(readRecords(children.runDir)).toEqual([]);
});

test("a process that only bears the number of an earlier one is left alone", async () => {
  await using children = await openChildContext();
  writeRecord(children.runDir, { name: "gateway", pid: process.pid, started: "another time", port: 1 });
  expect(await endOrphans(children.runDir)).toEqual([]);
  expect(readRecords(children.runDir)).toEqual([]);
  expect(readProcessStart(process.pid)).not.toBe(null);
});
