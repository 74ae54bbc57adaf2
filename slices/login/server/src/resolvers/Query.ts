import type { Context } from "../context.ts";
import { findAccountByHandle } from "../db/accounts.ts";
import { normalizeHandle } from "../handle.ts";

export const Query = {
  viewer: (_: unknown, __: unknown, { viewer, accounts }: Context) => viewer && accounts.load(viewer.id),
  user: (_: unknown, { handle }: { handle: string }, { db }: Context) =>
    findAccountByHandle(db, normalizeHandle(handle)),
};
