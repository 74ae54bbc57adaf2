import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRegistryClient } from "@sliceway/protocol/client";
import { type LoadReport, startSocialLoad } from "@sliceway/trial-kit";
import { readVector } from "../read-vector.ts";
import { milliseconds, seconds } from "../units.ts";
import type { Clone } from "./clone.ts";
import type { Row } from "./row.ts";
import type { Site } from "./site.ts";

const SLICE = "posts";
/** In the clone. */
const WORDS = join("slices", SLICE, "web/src/messages/en.json");
const PER_SECOND = 25;

/** A changed card goes live and is taken back, under load on the old vector and on the new one. */
export async function deployRows(clone: Clone, { gatewayUrl, registryUrl }: Site): Promise<Row[]> {
  const load = async () =>
    startSocialLoad({ gatewayUrl, vector: await readVector(registryUrl), perSecond: PER_SECOND });
  await using stack = new AsyncDisposableStack();
  const loads = [await load()];
  stack.defer(async () => void (await Promise.all(loads.map((one) => one.stop()))));
  await changeCard(clone.dir);
  const deploy = await clone.run("npx", "sliceway", "deploy", SLICE);
  loads.push(await load());
  const shiftMs = await readShiftMs(registryUrl);
  const rollback = await clone.run("npx", "sliceway", "rollback", SLICE);
  const reports = await Promise.all(loads.splice(0).map((one) => one.stop()));
  return [
    {
      what: "`npx sliceway deploy posts`, a changed card, under the load below: build included / from check to live",
      seen: `${seconds(deploy.ms)} / ${seconds(shiftMs)}`,
    },
    {
      what: "`npx sliceway rollback posts`, the whole command, under the load below",
      seen: seconds(rollback.ms),
    },
    {
      what: `${PER_SECOND} + ${PER_SECOND} requests a second, half of them mutations, on the old and the new vector during that deploy (build included) and rollback`,
      seen: sumUp(reports),
    },
  ];
}

async function changeCard(dir: string): Promise<void> {
  const file = join(dir, WORDS);
  const before = await readFile(file, "utf8");
  const after = before.replace("=0 {Like} one {Like", "=0 {Applaud} one {Applaud");
  if (after === before) throw new Error(`${WORDS} does not say Like any more.`);
  await writeFile(file, after);
}

/** What the last deployment took from the check to the shift. */
async function readShiftMs(registryUrl: string): Promise<number> {
  const registry = createRegistryClient({ url: registryUrl });
  const [last] = await registry.listHistory();
  const id = /^deployment (\S+)/.exec(last?.cause ?? "")?.[1] ?? "";
  const { steps } = await registry.getDeployment(id);
  const until = steps.findIndex(({ name }) => name === "shift");
  return steps.slice(0, until + 1).reduce((sum, { ms }) => sum + (ms ?? 0), 0);
}

function sumUp(reports: LoadReport[]): string {
  const sum = (key: "sent" | "failed") => reports.reduce((total, report) => total + report[key], 0);
  const p99 = Math.max(...reports.map((report) => report.p99));
  return `${sum("sent")} sent, ${sum("failed")} failed, p99 ${milliseconds(p99)}`;
}
