import { renderTable } from "@sliceway/cli";
import { sleep } from "@sliceway/service-kit";
import { type LoadReport, startSocialLoad } from "@sliceway/trial-kit";
import type { Options } from "../options.ts";
import { readVector } from "../read-vector.ts";

const SHORT_S = 2;

/** Constant load on one vector for some seconds; deploy meanwhile in another terminal. */
export async function deployLoad(options: Options) {
  const { gatewayUrl, registryUrl, vectorId, perSecond, seconds, short } = options;
  const vector = await readVector(registryUrl, vectorId);
  const load = await startSocialLoad({ gatewayUrl, vector, perSecond });
  await sleep((short ? SHORT_S : seconds) * 1000);
  const report = await load.stop();
  return { figures: { vector: vector.id, perSecond, seconds, ...report }, lines: render(vector.id, report) };
}

function render(vector: string, { sent, answered, failed, p50, p99, failures }: LoadReport): string[] {
  const rows = [
    ["vector", "sent", "answered", "failed", "p50", "p99"],
    [vector, `${sent}`, `${answered}`, `${failed}`, `${p50.toFixed(1)} ms`, `${p99.toFixed(1)} ms`],
  ];
  return [...renderTable(rows), ...failures];
}
