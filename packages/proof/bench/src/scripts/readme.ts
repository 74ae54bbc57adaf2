import { sleep } from "@sliceway/service-kit";
import type { Io } from "@sliceway/trial-kit";
import type { Options } from "../options.ts";
import { arrivalRows } from "../readme/arrival-rows.ts";
import { type Clone, cloneProject } from "../readme/clone.ts";
import { deployRows } from "../readme/deploy-row.ts";
import { eventRows, lighthouseRows, memoryRows, pageRows } from "../readme/platform-rows.ts";
import { type Row, renderMarkdown } from "../readme/row.ts";
import { trialRows } from "../readme/trial-rows.ts";
import { seconds } from "../units.ts";

/** Until a platform that has just started is at rest. */
const AT_REST_MS = 240_000;

/** In this order: the memory of a platform that nobody has used yet comes first. */
const onPlatform = [memoryRows, pageRows, lighthouseRows, arrivalRows, eventRows];
/** What no other script measures, and what costs nothing. */
const inShort = [memoryRows, arrivalRows];

/**
 * The README's table, all of it measured in one state: what is committed, in a clone of its own. In the short form
 * only a little of what a platform that runs already shows.
 */
export async function readme(options: Options, { progress }: Io) {
  const rows: Row[] = [];
  // Most of an hour of measuring is not lost by what fails at the end of it.
  const keep = (more: Row[]) => {
    rows.push(...more);
    for (const { what, seen } of more) progress(`${what}: ${seen}`);
  };
  await (options.short ? measure(options, keep) : measureClone(options, { keep, progress }));
  return { figures: rows, lines: renderMarkdown(rows) };
}

type Keep = (rows: Row[]) => void;

async function measureClone(
  options: Options,
  { keep, progress }: Pick<Io, "progress"> & { keep: Keep },
): Promise<void> {
  await using clone = await cloneProject();
  const started = await startTwice(clone, progress);
  keep(started.rows);
  {
    await using again = started.again;
    progress("waiting until it is at rest");
    await sleep(AT_REST_MS);
    await measure({ ...options, ...again.site }, keep);
    progress("deploying under load");
    keep(await deployRows(clone, again.site));
  }
  if (options.skipTrials) return;
  progress("both trials in full");
  keep(await trialRows(clone));
}

async function startTwice(clone: Clone, progress: Io["progress"]) {
  progress("npm ci");
  const installed = await clone.run("npm", "ci");
  progress("npm start");
  const first = await clone.start();
  await first[Symbol.asyncDispose]();
  progress("npm start, again");
  const again = await clone.start();
  const rows: Row[] = [
    {
      what: "`npm ci`, then the first `npm start` until `ready`",
      seen: `${seconds(installed.ms)} + ${seconds(first.ms)}`,
    },
    { what: "`npm start` from then on", seen: seconds(again.ms) },
  ];
  return { rows, again };
}

async function measure(options: Options, keep: Keep): Promise<void> {
  for (const one of options.short ? inShort : onPlatform) keep(await one(options));
}
