import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,slices,shell,gateway}/**/src/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**"],
        },
      },
      {
        test: {
          name: "integration",
          include: ["{packages,slices,shell,gateway}/**/tests/**/*.test.{ts,tsx}"],
          exclude: ["**/node_modules/**", "packages/e2e/**"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
