import type { Options } from "../options.ts";
import { events } from "../scripts/events.ts";
import { lighthouseScores } from "../scripts/lighthouse.ts";
import { memory } from "../scripts/memory.ts";
import { pageBytes } from "../scripts/page-bytes.ts";
import { kilobytes, megabytes, milliseconds } from "../units.ts";
import type { Row } from "./row.ts";

export async function memoryRows(options: Options): Promise<Row[]> {
  const { totalBytes, perReleaseBytes, groups } = (await memory(options)).figures;
  const database = groups.find(({ name }) => name === "postgresql")?.bytes ?? 0;
  return [
    {
      what: `resident memory of the whole platform at rest (PSS), PostgreSQL's ${megabytes(database)} included`,
      seen: megabytes(totalBytes),
    },
    { what: "one more release of a slice running beside", seen: megabytes(perReleaseBytes) },
  ];
}

export async function pageRows(options: Options): Promise<Row[]> {
  const { federated, oneBundle } = (await pageBytes(options)).figures;
  const ratio = (federated.js / oneBundle.js).toFixed(2);
  return [
    {
      what: "JavaScript of the feed page (brotli), beside the same pages as one bundle without federation",
      seen: `${kilobytes(federated.js)}, ${kilobytes(oneBundle.js)} (${ratio})`,
    },
  ];
}

export async function lighthouseRows(options: Options): Promise<Row[]> {
  const { rows } = (await lighthouseScores(options)).figures;
  return rows.map(({ who, formFactor, scores }) => ({
    what: `Lighthouse of the feed, ${who}, ${formFactor}: ${Object.keys(scores).join(", ")}`,
    seen: Object.values(scores).join(", "),
  }));
}

export async function eventRows(options: Options): Promise<Row[]> {
  const { figures } = await events(options);
  const ours = figures.filter(({ name }) => name !== "graphile-worker");
  const list = (some: typeof figures, show: (one: (typeof figures)[number]) => string) =>
    some.map(show).join("; ");
  return [
    {
      what: `an event from commit to its handler, idle, p50 and p99: ${list(ours, ({ name }) => name)}`,
      seen: list(ours, ({ p50, p99 }) => `${p50.toFixed(1)}, ${milliseconds(p99)}`),
    },
    {
      what: `events a second, commit through to effect: ${list(figures, ({ name }) => name)}, in the same run`,
      seen: list(figures, ({ eventsPerSecond }) => eventsPerSecond.toFixed(0)),
    },
  ];
}
