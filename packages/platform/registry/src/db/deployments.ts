import type { Deployment } from "@sliceway/protocol";
import { sql } from "kysely";
import type { Comparison, SwapBaseline } from "../reconciliation/deployment/baselines.ts";
import type { Db } from "./db.ts";
import { lock } from "./lock.ts";
import { readBody } from "./read-body.ts";

/** A deployment with what the registry alone needs to know of it. */
export interface StoredDeployment {
  deployment: Deployment;
  /** The routing revision that the candidate was checked against. */
  baseRevision: number | null;
  /** The one by which it went live. */
  shiftedRevision: number | null;
  /** Of a canary that visitors have. */
  comparison: Comparison | null;
  /** What had been counted when the gateways were warm. */
  swap: SwapBaseline | null;
}

export async function findDeployment(db: Db, id: string): Promise<Deployment | undefined> {
  const row = await db.selectFrom("deployment").select("body").where("id", "=", id).executeTakeFirst();
  return row && readBody("deployment", row);
}

export async function insertDeployment(db: Db, deployment: Deployment): Promise<void> {
  const { id, state, createdAt } = deployment;
  const row = { id, state, body: JSON.stringify(deployment), created_at: new Date(createdAt) };
  await db.insertInto("deployment").values(row).execute();
}

/**
 * Until the transaction ends, nobody else begins a deployment of one of the slices, or a preview of that name. Whoever
 * had it before has committed: what is read next shows that one's deployment.
 */
export async function lockBeginning(
  tx: Db,
  { slices, preview }: { slices: readonly string[]; preview: string | undefined },
): Promise<void> {
  // In one order everywhere: two that want the same ones do not wait for each other.
  for (const slice of slices.toSorted()) await lock(tx, `deployments of ${slice}`);
  if (preview !== undefined) await lock(tx, `preview ${preview}`);
}

/** Oldest first. */
export async function listRunningDeployments(db: Db): Promise<Deployment[]> {
  const query = db.selectFrom("deployment").select("body").where("state", "=", "running");
  return (await query.orderBy("created_at").orderBy("id").execute()).map((row) =>
    readBody("deployment", row),
  );
}

/** The youngest of those that are over. */
export async function findLastEnded(db: Db): Promise<Deployment | undefined> {
  const query = db.selectFrom("deployment").select("body").where("state", "<>", "running");
  const row = await query.orderBy("created_at", "desc").orderBy("id").limit(1).executeTakeFirst();
  return row && readBody("deployment", row);
}

/** The youngest that was to make a release of this slice live, and is over. */
export async function findLastOf(db: Db, slice: string): Promise<Deployment | undefined> {
  const row = await db
    .selectFrom("deployment")
    .select("body")
    .where("state", "<>", "running")
    .where(sql<boolean>`body ->> 'preview' is null`)
    .where(
      sql<boolean>`exists (select from jsonb_array_elements_text(body -> 'releases') as ref where split_part(ref, '@', 1) = ${slice})`,
    )
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row && readBody("deployment", row);
}

/** Those that people have, while the servers of what they replaced still run. Oldest first. */
export async function listRetiring(db: Db): Promise<Deployment[]> {
  const query = db
    .selectFrom("deployment")
    .select("body")
    .where("state", "=", "done")
    .where("retired", "=", false);
  return (await query.orderBy("created_at").orderBy("id").execute()).map((row) =>
    readBody("deployment", row),
  );
}

/** Takes a running deployment for the length of the transaction; undefined if another process has it, or it ended. */
export async function lockRunning(tx: Db, id: string): Promise<StoredDeployment | undefined> {
  const stored = await lockDeployment(tx, id);
  return stored?.deployment.state === "running" ? stored : undefined;
}

/** The same for one that people have already. */
export async function lockDone(tx: Db, id: string): Promise<StoredDeployment | undefined> {
  const stored = await lockDeployment(tx, id);
  return stored?.deployment.state === "done" ? stored : undefined;
}

async function lockDeployment(tx: Db, id: string): Promise<StoredDeployment | undefined> {
  const row = await tx
    .selectFrom("deployment")
    .select(["body", "base_revision", "shifted_revision", "comparison", "swap"])
    .where("id", "=", id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const deployment = readBody("deployment", row);
  const { base_revision: baseRevision, shifted_revision: shiftedRevision } = row;
  return { deployment, baseRevision, shiftedRevision, comparison: row.comparison, swap: row.swap };
}

export async function updateDeployment(tx: Db, stored: StoredDeployment): Promise<void> {
  const { deployment, baseRevision, shiftedRevision, comparison, swap } = stored;
  const row = {
    state: deployment.state,
    body: JSON.stringify(deployment),
    base_revision: baseRevision,
    shifted_revision: shiftedRevision,
    comparison: comparison && JSON.stringify(comparison),
    swap: swap && JSON.stringify(swap),
    retired: deployment.state === "done" && !deployment.steps.some(({ state }) => state === "running"),
  };
  await tx.updateTable("deployment").set(row).where("id", "=", deployment.id).execute();
}
