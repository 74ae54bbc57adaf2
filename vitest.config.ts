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

/** What works all the time, in many processes: more than one for each core only slow each other down. Longest first. */
const HEAVY = [
  "tooling/dev-env/tests/new-slice",
  "proof/bench/tests/short",
  "kits/events/tests/conformance-rabbitmq",
  "kits/events/tests/fencing",
  "platform/cli/tests/up",
  "proof/event-trials/tests/short",
  "proof/event-trials/tests/broken",
  "platform/cli/tests/commands",
];
const heavy = HEAVY.map((name) => `packages/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => heavy.findIndex((name) => moduleId.endsWith(name));
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
          name: "heavy",
          include: heavy,
          ...patient,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{packages,slices,shell,gateway}/**/tests/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "packages/proof/e2e/**", templates, ...heavy],
          ...patient,
          maxWorkers: WAITERS_PER_CORE * availableParallelism(),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
