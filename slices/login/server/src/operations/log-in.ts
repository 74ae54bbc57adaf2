import type { Account } from "../account.ts";
import type { Context } from "../context.ts";
import { countAttempt, forgiveAttempt } from "../db/attempts.ts";
import { findCredentials } from "../db/credentials.ts";
import { normalizeHandle } from "../handle.ts";
import { type Throttled, throttled } from "../messages.ts";
import { verifyPassword } from "../password-hash.ts";
import { openSession } from "./open-session.ts";

export type LogInResult =
  | { __typename: "LoggedIn"; viewer: Account | null }
  | { __typename: "WrongCredentials"; message: string }
  | Throttled;

export async function logIn(
  context: Context,
  input: { handle: string; password: string },
): Promise<LogInResult> {
  const handle = normalizeHandle(input.handle).slice(0, 64);
  const keys = { handle: `handle:${handle}`, visitor: `visitor:${context.visitor}` };
  const wait = await countAttempt(context.db, [keys.handle, keys.visitor], context.now());
  if (wait > 0) return throttled(wait);
  const credentials = await findCredentials(context.db, { handle });
  // also without an account: the time of the answer must not tell whether there is one
  const fits = await verifyPassword(input.password, credentials?.passwordHash ?? null);
  // a mistake counts once, however often it arrives
  if (!credentials || !fits) return context.transaction(async () => wrongCredentials);
  const viewer = await context.accounts.load(credentials.id);
  return context.transaction(async (tx) => {
    // what this browser tried on other handles still counts: knowing one password buys no guesses at others
    await forgiveAttempt(tx, { cleared: keys.handle, undone: keys.visitor }, context.now());
    await openSession(context, tx, credentials.id);
    return { __typename: "LoggedIn", viewer };
  });
}

const wrongCredentials = {
  __typename: "WrongCredentials",
  message: "Handle and password do not belong together.",
} as const;
