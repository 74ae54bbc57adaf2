export { generateEvents } from "./generate-events.ts";
export type { EventContract } from "./read-event-contract.ts";
