import { expect, test } from "vitest";
import { createFingerprint } from "./fingerprint.ts";

const args = { input: { handle: "alice", password: "long enough" } };

test("is the same for the same call, also after a restart, and another for any other", () => {
  const known = createFingerprint("token", "login")("logIn", args);
  expect(createFingerprint("token", "login")("logIn", args)).toEqual(known);
  const others = [
    createFingerprint("token", "login")("signUp", args),
    createFingerprint("token", "login")("logIn", { input: { ...args.input, password: "another one" } }),
    createFingerprint("other token", "login")("logIn", args),
    createFingerprint("token", "posts")("logIn", args),
  ];
  for (const other of others) expect(other).not.toEqual(known);
});
