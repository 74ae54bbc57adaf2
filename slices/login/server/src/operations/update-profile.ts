import type { Transaction } from "kysely";
import { type Account, publicFacts } from "../account.ts";
import type { Context } from "../context.ts";
import { lockAccount, updateProfileRow } from "../db/accounts.ts";
import type { Tables } from "../db/tables.ts";
import { type InvalidInput, invalidInput } from "../invalid-input.ts";
import { notLoggedIn } from "../messages.ts";
import { decideProfile, type ProfileChange } from "../profile.ts";

export type UpdateProfileResult =
  | { __typename: "ProfileUpdated"; viewer: Account }
  | InvalidInput
  | typeof notLoggedIn;

export async function updateProfile(context: Context, change: ProfileChange): Promise<UpdateProfileResult> {
  const { viewer } = context;
  if (!viewer) return notLoggedIn;
  return context.transaction(async (tx) => {
    const present = await lockAccount(tx, viewer.id);
    if (!present) return notLoggedIn;
    const decision = decideProfile(present, change);
    if (decision.kind === "rejected") return invalidInput(...decision.fields);
    const account = { ...present, ...decision.profile };
    await store(context, tx, account);
    return { __typename: "ProfileUpdated", viewer: account };
  });
}

async function store(context: Context, tx: Transaction<Tables>, account: Account): Promise<void> {
  const { id: subject } = account;
  await updateProfileRow(tx, subject, account);
  await context.outbox.add(tx, { type: "login.ProfileUpdated.v1", subject, data: publicFacts(account) });
}
