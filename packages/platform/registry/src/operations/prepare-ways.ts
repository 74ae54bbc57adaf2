import type { Routing } from "@sliceway/protocol";
import type { Context } from "../context.ts";
import type { CanaryEnd } from "../db/canary-ends.ts";
import { carryOver } from "./carry-over.ts";
import { prepareRollbacks } from "./prepare-rollbacks.ts";

interface LiveMove {
  before: Routing;
  /** Releases of the vector that becomes live. */
  after: Record<string, string>;
  /** Slices that must not be led back. */
  barred?: readonly string[];
  /** The deployment whose own canary becomes live. */
  except?: string;
}

type Ways = Pick<Routing, "rollback" | "canaries" | "previews"> & { ended: CanaryEnd[] };

/** All that leads elsewhere than to the new live vector, on top of it: made before it moves. */
export async function prepareWays(context: Context, move: LiveMove): Promise<Ways> {
  const { rollback } = await prepareRollbacks(context, move);
  return { rollback, ...(await carryOver(context, move)) };
}
