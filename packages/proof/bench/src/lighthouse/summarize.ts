import type { Result } from "lighthouse";

/** An audit that takes points from a category. */
export interface Finding {
  category: string;
  audit: string;
  title: string;
  /** 0 to 1. */
  score: number;
  /** What of the category's 100 points it takes. */
  points: number;
  /** As Lighthouse shows it: `2.4 s`. */
  value: string;
}

export interface Summary {
  /** Category to 0-100. */
  scores: Record<string, number>;
  lcpMs: number;
  tbtMs: number;
  cls: number;
  /** Most expensive first. */
  findings: Finding[];
}

/** What the table says of a run, and what there is to gain. */
export function summarize({ categories, audits }: Pick<Result, "categories" | "audits">): Summary {
  const value = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
  return {
    scores: Object.fromEntries(scores),
    lcpMs: value("largest-contentful-paint"),
    tbtMs: value("total-blocking-time"),
    cls: value("cumulative-layout-shift"),
    findings: Object.values(categories)
      .flatMap((category) => findingsOf(category, audits))
      .sort((a, b) => b.points - a.points),
  };
}

function findingsOf({ id, auditRefs }: Result.Category, audits: Result["audits"]): Finding[] {
  const scored = auditRefs.filter(({ id }) => typeof audits[id]?.score === "number");
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  return scored.flatMap(({ id: audit, weight }) => {
    const { title = "", score, displayValue = "" } = audits[audit] ?? {};
    const lost = weight * (1 - (score ?? 1));
    if (lost === 0) return [];
    const points = (lost / total) * 100;
    return [{ category: id, audit, title, score: score ?? 1, points, value: displayValue }];
  });
}
