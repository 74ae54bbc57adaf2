import { expect, test } from "vitest";
import { parseLine } from "./parse-line.ts";
import { renderEntry } from "./render-entry.ts";

const now = new Date(2026, 0, 31, 12, 3, 4);
const render = (name: string, line: string) => renderEntry(name, parseLine(line, now));
const line = (entry: object) => JSON.stringify({ level: "info", time: now.toISOString(), ...entry });

test("shows time, process, message and details", () => {
  const serving = line({ name: "posts", pid: 1, msg: "serving", url: "http://127.0.0.1:3010", tries: 2 });
  expect(render("posts@3f9c2a1b04de", serving)).toBe(
    "12:03:04 posts@3f9c2a   serving  url=http://127.0.0.1:3010 tries=2",
  );
});

test("shows the error beside the message, once", () => {
  expect(render("gateway", line({ msg: "no answer", err: { message: "ECONNREFUSED" } }))).toBe(
    "12:03:04 gateway        no answer: ECONNREFUSED",
  );
  expect(render("gateway", line({ msg: "boom", err: { message: "boom" } }))).toBe(
    "12:03:04 gateway        boom",
  );
});

test("leaves other output as it is", () => {
  expect(render("gateway", "plain { text")).toBe("12:03:04 gateway        plain { text");
  expect(render("gateway", "{ not json")).toBe("12:03:04 gateway        { not json");
});
