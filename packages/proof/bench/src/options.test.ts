import { expect, test } from "vitest";
import { readBenchOptions } from "./options.ts";

const config = { chromiumPath: undefined, home: "/home" };

test("what is not said is as after npm start", () => {
  expect(readBenchOptions(["memory"], config)).toEqual({
    chromiumPath: undefined,
    home: "/home",
    what: "memory",
    gatewayUrl: "http://localhost:8000",
    registryUrl: "http://127.0.0.1:7000",
    vectorId: undefined,
    seconds: 30,
    perSecond: 50,
    runs: 1,
    short: false,
    skipTrials: false,
    json: false,
    help: false,
  });
});

test("a wrong option is named", () => {
  expect(() => readBenchOptions(["deploy-load", "--per-second", "many"], config)).toThrow("--per-second");
  expect(() => readBenchOptions(["deploy-load", "--nope"], config)).toThrow("--nope");
});
