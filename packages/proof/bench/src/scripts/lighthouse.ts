import { renderTable } from "@sliceway/cli";
import { type LighthouseVisit, runLighthouse } from "../lighthouse/run-lighthouse.ts";
import { type Finding, type Summary, summarize } from "../lighthouse/summarize.ts";
import type { Options } from "../options.ts";
import { logInAsDemo } from "../page/log-in-as-demo.ts";
import { readVector } from "../read-vector.ts";

const FORM_FACTORS = ["mobile", "desktop"] as const;

interface Row extends Summary {
  who: string;
  formFactor: string;
}

/** Lighthouse of the feed page: visitor and member, phone and desktop. */
export async function lighthouseScores(options: Options) {
  const { gatewayUrl, registryUrl } = options;
  const vector = await readVector(registryUrl);
  const { cookie } = await logInAsDemo({ gatewayUrl, vector });
  const rows: Row[] = [];
  for (const formFactor of FORM_FACTORS) {
    for (const [who, held] of Object.entries({ visitor: undefined, member: cookie })) {
      // One of them shows that it still works.
      if (options.short && rows.length > 0) break;
      const visit = { url: `${gatewayUrl}/`, cookie: held, formFactor };
      rows.push({ who, formFactor, ...(await medianOf(visit, options)) });
    }
  }
  return { figures: { vector: vector.id, rows }, lines: render(rows) };
}

/** The run whose performance lies in the middle. One after the other: they would slow each other down. */
async function medianOf(visit: LighthouseVisit, { runs, chromiumPath }: Options): Promise<Summary> {
  const summaries: Summary[] = [];
  for (let run = 0; run < runs; run += 1) {
    summaries.push(summarize(await runLighthouse(visit, chromiumPath)));
  }
  const performance = ({ scores }: Summary) => scores.performance ?? 0;
  const sorted = summaries.sort((a, b) => performance(a) - performance(b));
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new RangeError("Lighthouse has to run at least once.");
  return median;
}

function render(rows: Row[]): string[] {
  const categories = Object.keys(rows[0]?.scores ?? {});
  const table = rows.map(({ who, formFactor, scores, lcpMs, tbtMs, cls }) => [
    `${who}, ${formFactor}`,
    ...categories.map((category) => `${scores[category]}`),
    `${(lcpMs / 1000).toFixed(2)} s`,
    `${Math.round(tbtMs)} ms`,
    cls.toFixed(3),
  ]);
  const findings = rows.flatMap((row) => row.findings.map((finding) => findingLine(row, finding)));
  return [
    ...renderTable([["feed page", ...categories, "LCP", "TBT", "CLS"], ...table]),
    ...(findings.length > 0 ? ["", "What takes points:", ...renderTable(findings)] : []),
  ];
}

function findingLine({ who, formFactor }: Row, { category, audit, points, value }: Finding): string[] {
  return [`${who}, ${formFactor}`, category, audit, `-${points.toFixed(1)}`, value];
}
