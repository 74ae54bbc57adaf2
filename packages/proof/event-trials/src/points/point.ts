import type { Side } from "../interpose/orders.ts";
import type { Role } from "../processes/role.ts";

/**
 * When a process comes to a point: whenever it runs, or only while it waits for another one's leadership to end, or only
 * when its slice publishes or consumes for the first time.
 */
export type Stage = "again" | "waiting" | "first";

/** An exchange of a process with the outside world, at which it is killed. */
export interface Point {
  role: Role;
  stage: Stage;
  /** The exchange as the process names it. */
  where: string;
  sides: Side[];
  /** It comes there again and again, so it may be killed at any of the first times. */
  isFrequent: boolean;
}
