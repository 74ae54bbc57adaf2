import { BrokenCircuitError } from "cockatiel";
import { startDeadline } from "./deadline.ts";
import type { InstanceTable } from "./instance-table.ts";
import type { InstanceAnswer, LiveInstance } from "./live-instance.ts";
import { RetryBudget } from "./retry-budget.ts";
import { SliceFault } from "./slice-fault.ts";

const SUBGRAPH_DEADLINE_MS = 2000;

interface SliceCall {
  slice: string;
  release: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
  /** The call changes nothing, so it may be sent again if an instance was not there. */
  repeatable: boolean;
}

export type CallSlice = (call: SliceCall) => Promise<InstanceAnswer>;

/**
 * Sends a call to an instance of the release it is for, at most 2 s long. A repeatable call is sent once more
 * when the instance was not there or was leaving, if time and the slice's budget allow.
 * Rejects with a SliceFault.
 */
export function createCallSlice(instances: InstanceTable): CallSlice {
  const budgets = new Map<string, RetryBudget>();
  return async (call) => {
    const budget = budgetOf(budgets, call.slice);
    budget.onRequest();
    using deadline = startDeadline(SUBGRAPH_DEADLINE_MS, call.signal);
    const timed = { ...call, signal: deadline.signal };
    const tried = choose(instances, call);
    try {
      return await send(tried, timed);
    } catch (error) {
      const again = mayRepeat(error, timed) && findOther(instances, call, tried);
      if (!again || !budget.take()) throw error;
      return await send(again, timed);
    }
  };
}

function budgetOf(budgets: Map<string, RetryBudget>, slice: string): RetryBudget {
  const known = budgets.get(slice);
  if (known) return known;
  const made = new RetryBudget();
  budgets.set(slice, made);
  return made;
}

function choose(instances: InstanceTable, { slice, release, repeatable, signal }: SliceCall): LiveInstance {
  if (signal.aborted) throw new SliceFault(signal.reason === "deadline" ? "deadline" : "cancelled");
  const { instance, known } = instances.pick(slice, release, { mayProbe: repeatable });
  if (!instance) throw new SliceFault(known > 0 ? "circuit-open" : "no-instance");
  return instance;
}

/** Another instance if there is one; the same again otherwise, for it may just have closed an idle connection. */
function findOther(instances: InstanceTable, { slice, release }: SliceCall, tried: LiveInstance) {
  const other = instances.pick(slice, release, { mayProbe: false, not: tried }).instance;
  return other ?? (tried.isHealthy ? tried : null);
}

function mayRepeat(error: unknown, { repeatable, signal }: SliceCall): boolean {
  return repeatable && !signal.aborted && error instanceof SliceFault && error.mayRetry;
}

async function send(instance: LiveInstance, call: SliceCall): Promise<InstanceAnswer> {
  try {
    return await instance.post(call);
  } catch (error) {
    if (error instanceof BrokenCircuitError) throw new SliceFault("circuit-open");
    throw error;
  }
}
