export { type Answer, askSlice } from "./ask-slice.ts";
export type { LoggedEvent } from "./list-log.ts";
export type { ForeignEvent } from "./publish-foreign.ts";
export { type Repeats, repeatMutations } from "./repeat-mutations.ts";
export { startTestRegistry, type TestRegistry } from "./start-test-registry.ts";
export {
  type QueryOptions,
  startTestSlice,
  type TestSlice,
  type TestSliceOptions,
} from "./start-test-slice.ts";
export { createTestGateway, type TestGateway, type TokenOptions } from "./test-gateway.ts";
