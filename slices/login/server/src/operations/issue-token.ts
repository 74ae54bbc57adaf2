import type { SliceService } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "../contract.events.ts";
import { replaceToken } from "../db/sessions.ts";
import type { Tables } from "../db/tables.ts";
import { createToken, hashToken } from "../session.ts";

/** A new token for a session, in place of the last one; null if the session has ended. */
export async function issueToken(
  { db, now }: SliceService<Tables, PublishedEvents>,
  sessionId: string,
): Promise<{ token: string; maxAgeSeconds: number } | null> {
  const at = now();
  const token = createToken();
  const expiresAt = await replaceToken(db, sessionId, hashToken(token), at);
  return expiresAt ? { token, maxAgeSeconds: (expiresAt.getTime() - at.getTime()) / 1000 } : null;
}
