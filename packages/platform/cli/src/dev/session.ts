import { randomBytes } from "node:crypto";
import { type RegistryClient, RegistryError } from "@sliceway/protocol/client";
import { retry, runPeriodically } from "@sliceway/service-kit";
import type { DevReport } from "./dev-report.ts";

/** A third of the time after which the registry takes a silent session for over. */
const BEAT_MS = 3_000;
/** So long the name of one that was killed may still be taken. */
const PATIENCE_MS = 12_000;

/** Somebody's work, as the registry knows it. Disposing ends it: pages go back to what is live. */
export interface Session extends AsyncDisposable {
  /** 12 hex digits; stands in the address of the remote's files. */
  readonly id: string;
  /** Of the preview. */
  readonly name: string;
  /** Aborts when the registry has taken it for over: all that it had is gone. */
  readonly lost: AbortSignal;
}

interface Circumstances {
  report: DevReport;
  signal: AbortSignal;
}

/** Begins to work on a slice. Throws RegistryError `DEV_NAME_TAKEN`. */
export async function openSession(
  registry: RegistryClient,
  { slice, name }: { slice: string; name: string },
  { report, signal }: Circumstances,
): Promise<Session> {
  const id = randomBytes(6).toString("hex");
  const renew = () => registry.renewDev(name, { id, slice });
  const isTaken = (error: unknown) => error instanceof RegistryError && error.code === "DEV_NAME_TAKEN";
  await retry(renew, { untilMs: PATIENCE_MS, retryIf: isTaken, signal });
  const lost = new AbortController();
  let isAway = false;
  const beat = async () => {
    if ((await renew()).isNew) lost.abort();
    if (isAway) report.tell("back", "the registry answers again");
    isAway = false;
  };
  const onError = (error: unknown) => {
    if (!isAway) report.tell("waiting", `for the registry: ${(error as Error).message}`);
    isAway = true;
  };
  const beating = runPeriodically(beat, { pauseMs: BEAT_MS, onError, isPauseFirst: true });
  return {
    id,
    name,
    lost: lost.signal,
    async [Symbol.asyncDispose]() {
      await beating[Symbol.asyncDispose]();
      // A registry that is away takes silence for the end.
      await registry.endDev(name, id).catch(() => undefined);
    },
  };
}
