import { expect, test } from "vitest";
import { renderFindings } from "./render-findings.ts";

test("says of each thing what was seen, and how many were wrong", () => {
  const findings = [
    { part: "killed", what: "rows", said: "12 of 2 tables", ok: true },
    { part: "stopped", what: "old tab", said: "no answer\nat all", ok: false },
  ];
  expect(renderFindings(findings)).toEqual([
    "✔  killed   rows     12 of 2 tables",
    "✘  stopped  old tab  no answer at all",
    "",
    "failed 1",
  ]);
});
