import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { renderLine } from "./render-line.ts";

const render = (name: string, line: string) => stripVTControlCharacters(renderLine(name, line).text);

test("shows a log entry as time, process, message and details", () => {
  const line = JSON.stringify({
    level: 30,
    time: 0,
    name: "posts",
    msg: "serving",
    url: "http://127.0.0.1:3010",
  });
  expect(render("posts@3f9c2a1b04de", line)).toMatch(
    /^\d\d:\d\d:\d\d posts@3f9c2a {3}serving {2}url=http:\/\/127\.0\.0\.1:3010$/,
  );
});

test("shows what went wrong, and leaves other output as it is", () => {
  const failed = JSON.stringify({ level: 50, time: 0, msg: "no answer", err: { message: "ECONNREFUSED" } });
  expect(render("gateway", failed)).toMatch(/gateway {8}no answer: ECONNREFUSED$/);
  expect(render("gateway", "plain { text")).toMatch(/gateway {8}plain \{ text$/);
});
