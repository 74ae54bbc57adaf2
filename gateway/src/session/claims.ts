import { createHash } from "node:crypto";
import { IDENTITY_PATH } from "@sliceway/protocol";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { CallSlice } from "../subgraph/call-slice.ts";
import { startDeadline } from "../subgraph/deadline.ts";
import type { MintToken } from "./token-mint.ts";

const FRESH_MS = 5000;
/** After a failure the identity slice is asked again only after this; meanwhile what is known is used. */
const RETRY_MS = 1000;
const DEADLINE_MS = 1000;
const REMEMBERED = 20_000;

const claimsSchema = z.object({
  userId: z.string(),
  handle: z.string(),
  developer: z.boolean().default(false),
  /** Names the session without opening it. */
  sessionId: z.string().optional(),
});
const answerSchema = z.object({ claims: claimsSchema.nullable() });

/** What the identity slice says of a session. */
export type Claims = z.infer<typeof claimsSchema>;

export interface ClaimsReader {
  /** The claims behind a session token; null if it is not valid, or if nobody could ever be asked. */
  read(identity: Identity, token: string): Promise<Claims | null>;
  /** To be called when a session was opened or closed. */
  forget(identity: Identity, token: string): void;
}

/** The slice and release that answers for sessions in a vector. */
export interface Identity {
  slice: string;
  release: string;
}

interface Entry {
  claims: Claims | null;
  /** When to ask again. */
  askAt: number;
  asking: Promise<void> | null;
  failed: boolean;
}

/** Claims are kept for 5 s, and for as long as the identity slice cannot be asked. */
export function createClaimsReader(
  call: CallSlice,
  mint: MintToken,
  now: () => number = Date.now,
): ClaimsReader {
  const known = new LRUCache<string, Entry>({ max: REMEMBERED });

  async function ask(identity: Identity, token: string, entry: Entry): Promise<void> {
    try {
      entry.claims = await askIdentity(call, mint, identity, token);
      Object.assign(entry, { askAt: now() + FRESH_MS, failed: false });
    } catch {
      Object.assign(entry, { askAt: now() + RETRY_MS, failed: true });
    } finally {
      entry.asking = null;
    }
  }

  return {
    async read(identity, token) {
      const name = entryName(identity, token);
      const entry = known.get(name) ?? { claims: null, askAt: 0, asking: null, failed: false };
      known.set(name, entry);
      if (now() < entry.askAt) return entry.claims;
      entry.asking ??= ask(identity, token, entry);
      const isStale = entry.failed && entry.claims !== null;
      if (!isStale) await entry.asking;
      return entry.claims;
    },
    forget: (identity, token) => void known.delete(entryName(identity, token)),
  };
}

/** Tokens are secrets: memory holds their hashes. */
function entryName({ slice, release }: Identity, token: string): string {
  return `${slice}@${release}:${createHash("sha256").update(token).digest("base64")}`;
}

async function askIdentity(
  call: CallSlice,
  mint: MintToken,
  { slice, release }: Identity,
  token: string,
): Promise<Claims | null> {
  using deadline = startDeadline(DEADLINE_MS);
  const own = await mint(slice, { visitor: "gateway", developer: false });
  const answer = await call({
    slice,
    release,
    path: IDENTITY_PATH,
    headers: { authorization: `Bearer ${own}` },
    body: JSON.stringify({ token }),
    signal: deadline.signal,
    repeatable: true,
  });
  return answerSchema.parse(answer.body).claims;
}
