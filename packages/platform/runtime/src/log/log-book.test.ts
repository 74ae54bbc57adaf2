import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLogBook } from "./log-book.ts";
import { openLogFile } from "./log-file.ts";

const folder = () => mkdtempSync(join(tmpdir(), "sliceway-logs-"));
const linesOf = (path: string) => readFileSync(path, "utf8").trim().split("\n");

test("all releases of a slice share a file, each line naming its own, without secrets", () => {
  const dir = folder();
  const told: string[] = [];
  using logs = openLogBook(dir, (name, { message }) => told.push(`${name} ${message}`));
  logs.write("posts@aaaaaaaaaaaa", '{"level":"info","name":"posts","msg":"one","token":"abc"}');
  logs.write("posts@bbbbbbbbbbbb", "printed", "warn");

  const entries = linesOf(join(dir, "posts.log")).map((line) => JSON.parse(line));
  expect(entries).toMatchObject([
    { level: "info", name: "posts@aaaaaaaaaaaa", msg: "one", token: "[hidden]" },
    { level: "warn", name: "posts@bbbbbbbbbbbb", msg: "printed" },
  ]);
  expect(told).toEqual(["posts@aaaaaaaaaaaa one", "posts@bbbbbbbbbbbb printed"]);
});

test("a full file is put aside, so that two of them are kept", () => {
  const path = join(folder(), "gateway.log");
  using file = openLogFile(path, { largestBytes: 10 });
  for (const line of ["the first one", "the second", "the third"]) file.append(line);
  expect(linesOf(path)).toEqual(["the third"]);
  expect(linesOf(`${path}.1`)).toEqual(["the second"]);
});

test("lines that cannot be written are lost, which is told once", () => {
  const path = join(folder(), "posts.log");
  mkdirSync(path);
  const told: unknown[] = [];
  using file = openLogFile(path, { onLost: (...lost) => told.push(lost) });
  for (const line of ["one", "two"]) file.append(line);
  expect(told).toEqual([[path, expect.objectContaining({ code: "EISDIR" })]]);

  rmdirSync(path);
  file.append("three");
  expect(linesOf(path)).toEqual(["three"]);
});

test.runIf(existsSync("/dev/full"))("a full disk ends nothing", () => {
  const told: unknown[] = [];
  using file = openLogFile("/dev/full", { onLost: (_path, error) => told.push(error) });
  for (const line of ["one", "two"]) file.append(line);
  expect(told).toEqual([expect.objectContaining({ code: "ENOSPC" })]);
});
