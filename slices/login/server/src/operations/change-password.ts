import type { Account } from "../account.ts";
import type { Context } from "../context.ts";
import { countAttempt, forgiveAttempt } from "../db/attempts.ts";
import { findCredentials, updatePasswordHash } from "../db/credentials.ts";
import { deleteSessionsOf } from "../db/sessions.ts";
import { type InvalidInput, invalidInput } from "../invalid-input.ts";
import { notLoggedIn, type Throttled, throttled } from "../messages.ts";
import { checkPassword } from "../password.ts";
import { hashPassword, verifyPassword } from "../password-hash.ts";
import { openSession } from "./open-session.ts";

export type ChangePasswordResult =
  | { __typename: "PasswordChanged"; viewer: Account | null }
  | InvalidInput
  | Throttled
  | typeof notLoggedIn;

export async function changePassword(
  context: Context,
  input: { current: string; next: string },
): Promise<ChangePasswordResult> {
  const { viewer } = context;
  if (!viewer) return notLoggedIn;
  const next = checkPassword("next", input.next);
  if (!next.ok) return invalidInput(next.problem);
  const attempt = `password:${viewer.id}`;
  const wait = await countAttempt(context.db, [attempt], context.now());
  if (wait > 0) return throttled(wait);
  const credentials = await findCredentials(context.db, { id: viewer.id });
  if (!(await verifyPassword(input.current, credentials?.passwordHash ?? null))) {
    // a mistake counts once, however often it arrives
    return context.transaction(async () => wrongPassword);
  }
  return replacePassword(context, viewer.id, attempt, await hashPassword(next.value));
}

const wrongPassword = invalidInput({
  field: "current",
  reason: "WRONG",
  message: "This is not the present password.",
});

/** Closes every session and opens a new one for this browser: whoever held a copy of the old token is out too. */
async function replacePassword(
  context: Context,
  accountId: string,
  attempt: string,
  passwordHash: string,
): Promise<ChangePasswordResult> {
  const viewer = await context.accounts.load(accountId);
  return context.transaction(async (tx) => {
    await updatePasswordHash(tx, accountId, passwordHash);
    await forgiveAttempt(tx, { cleared: attempt }, context.now());
    await deleteSessionsOf(tx, accountId);
    await openSession(context, tx, accountId);
    return { __typename: "PasswordChanged", viewer };
  });
}
