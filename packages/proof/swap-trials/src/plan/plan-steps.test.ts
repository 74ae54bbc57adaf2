import { expect, test } from "vitest";
import type { BuiltVariant } from "../releases/build-catalogue.ts";
import { planSteps, type Step } from "./plan-steps.ts";

/** Variants of a slice, each with fields of its own. */
function variants(slice: string, ...fields: string[][]): BuiltVariant[] {
  return fields.map((some, index) => {
    const release = { slice, id: `${slice}-${index}`, role: slice === "shell" ? "shell" : "slice" };
    return { slice, name: `${index}`, fields: some, edits: {}, release } as unknown as BuiltVariant;
  });
}

const catalogue = [
  variants("notes", ["a"], [], ["a", "b"]),
  variants("people", [], []),
  variants("shell", [], []),
];
const live = { notes: "notes-0", people: "people-0", shell: "shell-0" };

test("every deployment changes something, and every rollback undoes the one before it", () => {
  const steps = planSteps({ catalogue, live, swaps: 100, rollbacks: 25 });
  expect(count(steps, "deploy")).toBe(100);
  expect(count(steps, "rollback")).toBe(25);
  const now: Record<string, string> = { ...live };
  let before = { ...now };
  for (const step of steps) {
    if (step.kind === "rollback") {
      expect(now[step.slice]).not.toBe(before[step.slice]);
      now[step.slice] = before[step.slice] ?? "";
      continue;
    }
    before = { ...now };
    for (const { slice, release } of step.variants) {
      expect(now[slice]).not.toBe(release.id);
      now[slice] = release.id;
    }
  }
});

test("a swap is named after what it does to open pages", () => {
  const steps = planSteps({ catalogue, live, swaps: 7, rollbacks: 1 });
  expect(steps.map(({ swap }) => swap)).toEqual([
    "drops a field that open pages read",
    "same schema",
    "shell",
    "adds a field",
    "same schema",
    "shell",
    "two slices at once",
    "rollback",
  ]);
});

test("begins with what is live", () => {
  const [first] = planSteps({ catalogue, live: { ...live, notes: "notes-2" }, swaps: 1, rollbacks: 0 });
  expect(first).toMatchObject({ kind: "deploy", variants: [{ release: { id: "notes-0" } }] });
});

function count(steps: readonly Step[], kind: Step["kind"]): number {
  return steps.filter((step) => step.kind === kind).length;
}
