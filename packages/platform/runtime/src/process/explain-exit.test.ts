import { expect, test } from "vitest";
import { parseLine } from "../log/parse-line.ts";
import { explainExit } from "./explain-exit.ts";

const entries = (...lines: string[]) => lines.map((line) => parseLine(line, new Date(0)));
const failed = { code: 1, signal: null };

test("takes the last error that was logged", () => {
  const log = entries(
    '{"level":"error","msg":"first"}',
    '{"level":"fatal","msg":"the process failed","err":{"message":"no such table"}}',
    '{"level":"info","msg":"stopping"}',
  );
  expect(explainExit(failed, log)).toBe("no such table (exit code 1)");
});

test("finds the headline of an uncaught error in what Node prints", () => {
  const printed = entries(
    "file:///srv/server.mjs:3",
    'throw new TypeError("x is not a function");',
    "TypeError: x is not a function",
    "    at file:///srv/server.mjs:3:7",
    "Node.js v24.0.0",
  );
  expect(explainExit(failed, printed)).toBe("TypeError: x is not a function (exit code 1)");
});

test("takes what is wrong and what to do, as our own processes print it", () => {
  const printed = entries("A setting is wrong: PORT is missing.", "Set PORT in the environment.");
  expect(explainExit(failed, printed)).toBe(
    "A setting is wrong: PORT is missing. Set PORT in the environment. (exit code 1)",
  );
});

test("says how it ended when it said nothing", () => {
  expect(explainExit({ code: null, signal: "SIGKILL" }, [])).toBe("ended by SIGKILL");
});
