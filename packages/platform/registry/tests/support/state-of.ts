import type { RegistryState } from "@sliceway/protocol";
import type { TestRegistry } from "../../src/testing/start-test-registry.ts";

/** The state as a new watcher is shown it. */
export async function stateOf({ client }: Pick<TestRegistry, "client">): Promise<RegistryState> {
  return await stateWhere({ client }, () => true);
}

/** The first state that fits, as a watcher sees it come. */
export async function stateWhere(
  { client }: Pick<TestRegistry, "client">,
  fits: (state: RegistryState) => boolean,
): Promise<RegistryState> {
  for await (const state of client.watch(AbortSignal.timeout(20_000))) if (fits(state)) return state;
  throw new Error("no such state came within 20 s");
}
