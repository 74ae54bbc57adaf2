import type { Finding } from "./findings.ts";

/** A table of all that was looked at, and the number of what was wrong. */
export function renderFindings(findings: readonly Finding[]): string[] {
  const failed = findings.filter(({ ok }) => !ok).length;
  const width = (pick: (finding: Finding) => string) =>
    Math.max(0, ...findings.map((one) => pick(one).length));
  const [parts, whats] = [width(({ part }) => part), width(({ what }) => what)];
  const lines = findings.map(({ part, what, said, ok }) =>
    [ok ? "✔" : "✘", part.padEnd(parts), what.padEnd(whats), said.replaceAll("\n", " ")].join("  "),
  );
  return [...lines, "", `failed ${failed}`];
}
