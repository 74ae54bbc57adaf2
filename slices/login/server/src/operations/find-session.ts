import type { SessionClaims, SliceService } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "../contract.events.ts";
import { findClaims } from "../db/sessions.ts";
import type { Tables } from "../db/tables.ts";
import { hashToken } from "../session.ts";

/** Whose session a token opens; null if none. */
export async function findSession(
  { db, now }: SliceService<Tables, PublishedEvents>,
  token: string,
): Promise<SessionClaims | null> {
  return (await findClaims(db, hashToken(token), now())) ?? null;
}
