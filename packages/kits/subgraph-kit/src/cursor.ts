import { GraphQLError } from "graphql";
import type { z } from "zod";

/** An opaque cursor of a keyset: the values that the list is ordered by. */
export function encodeCursor(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The keyset of a cursor. Throws a GraphQLError (`BAD_CURSOR`) on anything that is not a cursor of this list. */
export function decodeCursor<Key>(cursor: string, keySchema: z.ZodType<Key>): Key {
  const key = keySchema.safeParse(parse(cursor));
  if (key.success) return key.data;
  throw new GraphQLError("This cursor is not one of this list.", { extensions: { code: "BAD_CURSOR" } });
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
