import { expect, test } from "vitest";
import { Findings } from "./findings.ts";

test("what is wrong is taken down, and does not keep the rest from being looked at", async () => {
  const told: string[] = [];
  const findings = new Findings((line) => told.push(line));
  await findings.check("killed", "rows", async () => {
    throw new Error("2 of 3 rows gone\nand more");
  });
  await findings.check("killed", "pages", async () => "all of them");
  expect(findings.list).toEqual([
    { part: "killed", what: "rows", said: "2 of 3 rows gone\nand more", ok: false },
    { part: "killed", what: "pages", said: "all of them", ok: true },
  ]);
  expect(told).toEqual([
    expect.stringMatching(/^ {2}✘ rows: 2 of 3 rows gone {2}\(/),
    expect.stringMatching(/^ {2}✔ pages: all of them {2}\(/),
  ]);
});
