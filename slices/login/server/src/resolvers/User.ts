import type { Account } from "../account.ts";
import type { Context } from "../context.ts";

export const User = {
  __resolveReference: ({ id }: { id: string }, { accounts }: Context) => accounts.load(id),
  createdAt: ({ createdAt }: Account) => createdAt.toISOString(),
};
