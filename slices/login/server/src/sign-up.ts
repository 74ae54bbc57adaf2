import type { Account } from "./account.ts";
import { checkHandle } from "./handle.ts";
import { type InvalidField, problemsOf } from "./invalid-input.ts";
import { checkPassword } from "./password.ts";
import { checkName } from "./profile.ts";

export interface SignUpInput {
  handle: string;
  name: string;
  password: string;
}

export type SignUpDecision =
  | { kind: "rejected"; fields: InvalidField[] }
  | { kind: "accepted"; account: Account; password: string };

export function decideSignUp(input: SignUpInput, given: { id: string; now: Date }): SignUpDecision {
  const handle = checkHandle(input.handle);
  const name = checkName(input.name);
  const password = checkPassword("password", input.password);
  if (!handle.ok || !name.ok || !password.ok) {
    return { kind: "rejected", fields: problemsOf(handle, name, password) };
  }
  const account = {
    id: given.id,
    handle: handle.value,
    name: name.value,
    bio: "",
    avatarUrl: null,
    createdAt: given.now,
  };
  return { kind: "accepted", account, password: password.value };
}
