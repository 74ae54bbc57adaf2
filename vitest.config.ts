import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

// One graphql for our sources and for the packages they call: it refuses schemas of a second copy of itself.
const graphql = { find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") };

/** Tests wait for a state, however busy the machine is. */
const patient = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 30_000 } } };

/** Each of these starts so many processes that it wants the machine for itself. */
const alone = [
  "packages/{proof/event-trials,tooling/dev-env}/tests/*.test.ts",
  "packages/platform/cli/tests/up.test.ts",
];

export default defineConfig({
  resolve: { alias: [graphql] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{packages,slices,shell,gateway}/**/src/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "packages/platform/cli/templates/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{packages,slices,shell,gateway}/**/tests/**/*.test.{ts,tsx}"],
          exclude: [
            "**/node_modules/**",
            "packages/proof/e2e/**",
            "packages/platform/cli/templates/**",
            ...alone,
          ],
          ...patient,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "alone",
          include: alone,
          ...patient,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
