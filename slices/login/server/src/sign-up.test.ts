import { describe, expect, test } from "vitest";
import { decideSignUp, type SignUpInput } from "./sign-up.ts";

const given = { id: "1", now: new Date("2026-01-01T00:00:00Z") };
const alice: SignUpInput = { handle: "alice", name: "Alice", password: "long enough" };

const reasons = (input: Partial<SignUpInput>) => {
  const decision = decideSignUp({ ...alice, ...input }, given);
  return decision.kind === "rejected" ? decision.fields.map((f) => `${f.field} ${f.reason}`) : [];
};

describe("decideSignUp", () => {
  test("opens an account under the tidied handle", () => {
    expect(decideSignUp({ ...alice, handle: " @Alice " }, given)).toEqual({
      kind: "accepted",
      account: { id: "1", handle: "alice", name: "Alice", bio: "", avatarUrl: null, createdAt: given.now },
      password: "long enough",
    });
  });

  test.each([
    [{ handle: "al" }, ["handle TOO_SHORT"]],
    [{ handle: "a".repeat(25) }, ["handle TOO_LONG"]],
    [{ handle: "ali-ce" }, ["handle MALFORMED"]],
    [{ handle: "앨리스" }, ["handle MALFORMED"]],
    [{ password: "123456789" }, ["password TOO_SHORT"]],
    [{ password: "x".repeat(201) }, ["password TOO_LONG"]],
    [{ name: "\u0007" }, ["name MALFORMED"]],
    [{ handle: "", name: "", password: "" }, ["handle TOO_SHORT", "name TOO_SHORT", "password TOO_SHORT"]],
  ])("refuses %j", (input, expected) => {
    expect(reasons(input)).toEqual(expected);
  });
});
