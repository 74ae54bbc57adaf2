export type { Answer } from "./ask-slice.ts";
export type { LoggedEvent } from "./list-log.ts";
export type { ForeignEvent } from "./publish-foreign.ts";
export { type Repeats, repeatMutations } from "./repeat-mutations.ts";
export type { TestRegistry } from "./start-test-registry.ts";
export {
  type QueryOptions,
  startTestSlice,
  type TestSlice,
  type TestSliceOptions,
} from "./start-test-slice.ts";
export type { TestGateway, TokenOptions } from "./test-gateway.ts";
