import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// One graphql for our sources and for the packages they call: it refuses schemas of a second copy of itself.
const graphql = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") };

/** Tests wait for a state, however busy the machine is. */
const patient = { testTimeout: 120_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } };

/** Most of what boots waits more than it works: for leases, back-offs, timers, processes that start. */
const WAITERS_PER_CORE = 2;

/** What takes longest begins first, or it would be left over at the end, with idle cores beside it. */
const LONGEST = [
  "proof/event-trials/tests/short",
  "kits/events/tests/conformance-rabbitmq",
  "tooling/dev-env/tests/new-slice",
  "kits/events/tests/fencing",
  "platform/cli/tests/up",
  "proof/event-trials/tests/broken",
  "proof/bench/tests/short",
  "platform/cli/tests/commands",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.includes(`packages/${name}.`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => groupOf(a) - groupOf(b) || rank(a) - rank(b));
  }
}

function groupOf({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder;
}

/** Whatever tests start is compiled once, not once in each temporary home. */
const compiledDir = resolve(import.meta.dirname, "node_modules/.cache/sliceway/compiled");

const templates = "packages/platform/cli/templates/**";

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    env: { NODE_COMPILE_CACHE: compiledDir },
    // They keep nothing in their process, and to import what they test takes longer than most of them.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,slices,shell,gateway}/**/src/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", templates],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{packages,slices,shell,gateway}/**/tests/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "packages/proof/e2e/**", templates],
          ...patient,
          maxWorkers: WAITERS_PER_CORE * availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
