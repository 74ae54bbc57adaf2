import type { LoginEvents } from "@sliceway/login-contract";
import type { SessionClaims, SliceService } from "@sliceway/subgraph-kit";
import { findClaims } from "../db/sessions.ts";
import type { Tables } from "../db/tables.ts";
import { hashToken } from "../session.ts";

/** Whose session a token opens; null if none. */
export async function findSession(
  { db, now }: SliceService<Tables, LoginEvents>,
  token: string,
): Promise<SessionClaims | null> {
  return (await findClaims(db, hashToken(token), now())) ?? null;
}
