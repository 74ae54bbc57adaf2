import type { ReadyVector } from "../routing/ready-vector.ts";
import type { Caller } from "../session/caller.ts";
import type { MintToken, Subject } from "../session/token-mint.ts";
import { startDeadline } from "../subgraph/deadline.ts";
import type { OperationContext } from "./operation-context.ts";

const OPERATION_DEADLINE_MS = 3000;

interface OperationOptions {
  ready: ReadyVector;
  caller: Caller;
  kind: "query" | "mutation";
  plainJson: boolean;
  idempotencyKey?: string | undefined;
  /** Aborts when nobody waits for the answer any more. */
  gone: AbortSignal;
}

/** An operation's context, until disposed. */
interface StartedOperation extends Disposable {
  context: OperationContext;
}

export type StartOperation = (options: OperationOptions) => StartedOperation;

/**
 * Gives an operation its deadline and what it needs to call slices. A mutation goes on when its client has
 * left: what a slice has begun should end as it would have.
 */
export function createStartOperation(mint: MintToken): StartOperation {
  return ({ ready, caller, kind, plainJson, idempotencyKey, gone }) => {
    const deadline = startDeadline(OPERATION_DEADLINE_MS, kind === "query" ? gone : undefined);
    const context: OperationContext = {
      releases: ready.vector.releases,
      kind,
      signal: deadline.signal,
      tokenFor: (slice) => mint(slice, subjectFor(slice, caller, ready)),
      identitySlices: new Set(ready.identity ? [ready.identity.slice] : []),
      sessionsAllowed: caller.transport !== "plain",
      idempotencyKey,
      rehearsal: false,
      plainJson,
      outcome: { session: null, faults: null },
    };
    return { context, [Symbol.dispose]: () => deadline[Symbol.dispose]() };
  };
}

/** Only the identity slice learns which session is used. */
function subjectFor(slice: string, { subject, claims }: Caller, { identity }: ReadyVector): Subject {
  return slice === identity?.slice ? { ...subject, sessionId: claims?.sessionId } : subject;
}
