import { expect, test } from "vitest";
import { groupProcesses } from "./group-processes.ts";

test("a process belongs to the nearest root above it, others to none", () => {
  const roots = [
    { name: "runtime", pid: 10 },
    { name: "gateway", pid: 11 },
    { name: "postgresql", pid: 20 },
    { name: "gone", pid: 99 },
  ];
  const processes = [
    { pid: 1, parent: 0 },
    { pid: 10, parent: 1 },
    { pid: 11, parent: 10 },
    { pid: 12, parent: 11 },
    { pid: 13, parent: 10 },
    { pid: 20, parent: 1 },
    { pid: 21, parent: 20 },
    { pid: 30, parent: 1 },
  ];
  expect(groupProcesses(roots, processes)).toEqual([
    { name: "runtime", pids: [10, 13] },
    { name: "gateway", pids: [11, 12] },
    { name: "postgresql", pids: [20, 21] },
  ]);
});
