import { GraphQLError, type GraphQLResolveInfo } from "graphql";
import type { RequestContext } from "../request-context.ts";
import type { Fingerprint } from "./fingerprint.ts";

const LONGEST_KEY = 200;

/** One mutation field of one request that carries an idempotency key. */
export interface Call {
  /** Whose key it is. */
  caller: string;
  key: string;
  /** The field's name in the answer. */
  field: string;
  fingerprint: Buffer;
}

type Request = Pick<RequestContext<never>, "viewer" | "visitor" | "idempotencyKey">;

/** Null without a key. Throws a GraphQLError (`IDEMPOTENCY_KEY_INVALID`) on a key that is too long to be kept. */
export function readCall(
  { viewer, visitor, idempotencyKey: key }: Request,
  { fieldName, path }: GraphQLResolveInfo,
  { args, ofBrowser, fingerprint }: { args: unknown; ofBrowser: boolean; fingerprint: Fingerprint },
): Call | null {
  if (!key) return null;
  if (key.length > LONGEST_KEY) throw keyInvalid();
  const caller = viewer && !ofBrowser ? `viewer:${viewer.id}` : `visitor:${visitor}`;
  return { caller, key, field: String(path.key), fingerprint: fingerprint(fieldName, args) };
}

export function nameOf({ caller, key, field }: Call): string {
  return JSON.stringify([caller, key, field]);
}

function keyInvalid(): GraphQLError {
  const message = `An idempotency key has at most ${LONGEST_KEY} characters.`;
  return new GraphQLError(message, { extensions: { code: "IDEMPOTENCY_KEY_INVALID" } });
}
