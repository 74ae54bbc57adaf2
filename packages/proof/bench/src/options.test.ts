import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

const config = { chromiumPath: undefined, home: "/home" };

test("what is not said is as after npm start", () => {
  expect(readOptions(["memory"], config)).toEqual({
    chromiumPath: undefined,
    home: "/home",
    what: "memory",
    gatewayUrl: "http://localhost:8000",
    registryUrl: "http://127.0.0.1:7000",
    vectorId: undefined,
    seconds: 30,
    perSecond: 50,
    runs: 1,
    json: false,
  });
});

test("a wrong option is named", () => {
  expect(() => readOptions(["deploy-load", "--per-second", "many"], config)).toThrow("--per-second");
  expect(() => readOptions(["deploy-load", "--nope"], config)).toThrow("--nope");
});
