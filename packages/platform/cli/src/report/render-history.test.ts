import colors from "picocolors";
import { expect, test } from "vitest";
import { localTime } from "./local-time.ts";
import { renderHistory } from "./render-history.ts";

const plain = colors.createColors(false);
const at = "2026-01-01T12:00:00.000Z";
const nothing = { at, from: null, to: null, cause: null, revision: null, deployment: null, outcome: null };

test("a line per change, newest first", () => {
  const lines = renderHistory(
    [
      { ...nothing, who: "registry", what: "canary", from: "posts@1 10%", cause: "20 of 100 failed" },
      { ...nothing, who: "deploy", what: "deploy", to: "posts@1", outcome: "done" },
    ],
    plain,
  );
  expect(lines.map((line) => line.trimEnd())).toEqual([
    `${"when".padEnd(localTime(at).length)}  who       what    from         to       why               outcome`,
    `${localTime(at)}  registry  canary  posts@1 10%           20 of 100 failed`,
    `${localTime(at)}  deploy    deploy               posts@1                    done`,
  ]);
});

test("says so when there is nothing", () => {
  expect(renderHistory([], plain)[0]).toBe("Nothing has happened yet.");
});
