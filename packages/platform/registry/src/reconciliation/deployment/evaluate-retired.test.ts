import type { RegistryState } from "@sliceway/protocol";
import { expect, it } from "vitest";
import { evaluateRetired } from "./evaluate-retired.ts";

const old = "notes@aaaaaaaaaaaa";
const wanted = (reason: string): RegistryState["wanted"] => [
  { slice: "notes", release: "aaaaaaaaaaaa", reason },
];
const instance = {
  slice: "notes",
  release: "aaaaaaaaaaaa",
  id: "i",
  url: "",
  epoch: 1,
  state: "ready" as const,
};

it.each([
  ["nothing was replaced", [], [], [], "pass", /nothing/],
  ["pages hold on to it", [old], wanted("pages at v-1"), [instance], "wait", /pages at v-1/],
  ["it is live again", [old], wanted("live"), [instance], "pass", /live again/],
  ["its server has not ended yet", [old], [], [instance], "wait", /to end/],
  ["it is gone", [old], [], [], "pass", /aaaaaaaaaaaa/],
] as const)("%s", (_, replaced, reasons, instances, kind, detail) => {
  const progress = evaluateRetired(replaced, { wanted: [...reasons], instances: [...instances] });
  expect(progress).toMatchObject({ kind, detail: expect.stringMatching(detail) });
});
