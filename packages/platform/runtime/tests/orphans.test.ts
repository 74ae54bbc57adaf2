import { expect, test } from "vitest";
import { listChildren, readRecords, writeRecord } from "../src/process/child-records.ts";
import { endOrphans } from "../src/process/end-orphans.ts";
import { readProcessStart } from "../src/process/process-start.ts";
import { runChild } from "../src/process/run-child.ts";
import { openHouse, tinyServer } from "./support/tiny-server.ts";

test("what an earlier run left behind is ended and forgotten", async () => {
  await using house = await openHouse();
  const { pid, started, end } = await runChild(house, "posts@111111111111", await tinyServer());
  const [record] = listChildren(house.runDir);
  expect(record).toMatchObject({ name: "posts@111111111111", pid, started });

  expect(await endOrphans(house.runDir)).toEqual([record]);
  expect((await end).reason).toMatch(/SIGTERM|exit code 0/);
  expect(readRecords(house.runDir)).toEqual([]);
});

test("a process that only bears the number of an earlier one is left alone", async () => {
  await using house = await openHouse();
  writeRecord(house.runDir, { name: "gateway", pid: process.pid, started: "another time", port: 1 });
  expect(await endOrphans(house.runDir)).toEqual([]);
  expect(readRecords(house.runDir)).toEqual([]);
  expect(readProcessStart(process.pid)).not.toBe(null);
});
