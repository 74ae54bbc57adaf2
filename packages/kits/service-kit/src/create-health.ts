import express from "express";
import { redact } from "./redact.ts";
import { sleep } from "./sleep.ts";

const CHECK_DEADLINE_MS = 2_000;

export interface Health {
  /** Adds a condition of readiness: `check` rejects while it is not met. It has 2 s. */
  addCheck(name: string, check: () => Promise<void>): void;
  /** Set to true when shutting down: `/readyz` answers 503 from then on. It cannot be taken back. */
  draining: boolean;
  /** Aborts when draining begins: long answers such as event streams end then. */
  readonly drainSignal: AbortSignal;
  /** `GET /healthz` (200: alive) and `GET /readyz` (200 or 503, `{ready, checks: {name: {ok, error?}}}`). */
  readonly router: express.Router;
}

type CheckResult = { ok: true } | { ok: false; error: string };

/** Liveness and readiness of a process. */
export function createHealth(): Health {
  const checks = new Map<string, () => Promise<void>>();
  const drain = new AbortController();
  const isDraining = () => drain.signal.aborted;
  return {
    addCheck: (name, check) => void checks.set(name, check),
    get draining() {
      return isDraining();
    },
    set draining(draining) {
      if (draining) drain.abort();
    },
    drainSignal: drain.signal,
    router: createRouter(checks, isDraining),
  };
}

function createRouter(checks: Map<string, () => Promise<void>>, isDraining: () => boolean): express.Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => {
    response.set("cache-control", "no-store").json({ alive: true });
  });
  router.get("/readyz", async (_request, response) => {
    const results = await runChecks(checks);
    const ready = !isDraining() && Object.values(results).every((result) => result.ok);
    response.set("cache-control", "no-store").status(ready ? 200 : 503);
    response.json({ ready, draining: isDraining(), checks: results });
  });
  return router;
}

async function runChecks(checks: Map<string, () => Promise<void>>): Promise<Record<string, CheckResult>> {
  const run = async ([name, check]: [string, () => Promise<void>]) => [name, await runCheck(check)] as const;
  return Object.fromEntries(await Promise.all([...checks].map(run)));
}

async function runCheck(check: () => Promise<void>): Promise<CheckResult> {
  const finished = new AbortController();
  try {
    await Promise.race([check(), failAfterDeadline(finished.signal)]);
    return { ok: true };
  } catch (error) {
    return { ok: false, error: redact(error instanceof Error ? error.message : String(error)) };
  } finally {
    finished.abort();
  }
}

async function failAfterDeadline(signal: AbortSignal): Promise<void> {
  const aborted = await sleep(CHECK_DEADLINE_MS, signal).then(
    () => false,
    () => true,
  );
  if (!aborted) throw new Error(`no answer within ${CHECK_DEADLINE_MS} ms`);
}
