import { mkdtempSync, readFileSync } from "node:fs";
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
  using file = openLogFile(path, 10);
  for (const line of ["the first one", "the second", "the third"]) file.append(line);
  expect(linesOf(path)).toEqual(["the third"]);
  expect(linesOf(`${path}.1`)).toEqual(["the second"]);
});
