import { type Orders, parseOrders } from "./orders.ts";

/** The orders that the process was started with. */
export function readOrders(): Orders {
  return parseOrders(process.env.TRIAL_ORDERS ?? "{}");
}
