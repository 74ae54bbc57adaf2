import { createHash } from "node:crypto";
import { VISITOR_BUCKETS } from "./routing.ts";

/** The bucket of a visitor, 0 to 9,999: the same for the same id, evenly spread, and guessed by nobody's wish. */
export function visitorBucket(visitor: string): number {
  return createHash("sha256").update(visitor).digest().readUInt32BE() % VISITOR_BUCKETS;
}
