import { randomUUID } from "node:crypto";
import { type Account, publicFacts } from "../account.ts";
import type { Context } from "../context.ts";
import { insertAccount } from "../db/accounts.ts";
import { countAttempt } from "../db/attempts.ts";
import { type InvalidInput, invalidInput } from "../invalid-input.ts";
import { type Throttled, throttled } from "../messages.ts";
import { hashPassword } from "../password-hash.ts";
import { decideSignUp, type SignUpInput } from "../sign-up.ts";
import { openSession } from "./open-session.ts";

export type SignUpResult = { __typename: "LoggedIn"; viewer: Account } | InvalidInput | Throttled;

export async function signUp(context: Context, input: SignUpInput): Promise<SignUpResult> {
  const now = context.now();
  const decision = decideSignUp(input, { id: randomUUID(), now });
  if (decision.kind === "rejected") return invalidInput(...decision.fields);
  const wait = await countAttempt(context.db, [`signup:${context.visitor}`], now);
  if (wait > 0) return throttled(wait);
  return openAccount(context, decision.account, await hashPassword(decision.password));
}

async function openAccount(context: Context, account: Account, passwordHash: string): Promise<SignUpResult> {
  return context.transaction(async (tx) => {
    const viewer = await insertAccount(tx, { ...account, passwordHash });
    if (!viewer) {
      return invalidInput({ field: "handle", reason: "TAKEN", message: "Somebody else has this handle." });
    }
    const data = publicFacts(viewer);
    await context.outbox.add(tx, { type: "login.UserSignedUp.v1", subject: viewer.id, data });
    await openSession(context, tx, viewer.id);
    return { __typename: "LoggedIn", viewer };
  });
}
