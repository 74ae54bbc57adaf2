import type { Routing } from "@sliceway/protocol";
import { insertAudit } from "../db/audit.ts";
import type { Db } from "../db/db.ts";
import type { NextRouting } from "../db/routing.ts";
import { readOutlines } from "../db/vectors.ts";
import { describeChange } from "../routing/describe-change.ts";

/** Writes down who changed the routing, in the transaction that changes it. */
export async function auditRouting(tx: Db, before: Routing, next: NextRouting): Promise<void> {
  const { at, by: who = "registry", cause } = next;
  const ids = [before.live, next.live].filter((id) => id !== null);
  const outlines = before.live === next.live ? new Map() : await readOutlines(tx, ids);
  const changes = describeChange(before, next, (vector) => outlines.get(vector)?.releases ?? {});
  const revision = before.revision + 1;
  await insertAudit(
    tx,
    changes.map((change) => ({ at, who, cause, revision, ...change })),
  );
}
