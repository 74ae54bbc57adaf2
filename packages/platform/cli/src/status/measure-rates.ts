import { countRequests } from "../platform/count-requests.ts";
import type { RunningInstance } from "../platform/status.ts";
import type { RateMeter } from "./rate-meter.ts";
import type { WholeStatus } from "./status-view.ts";

/** The status with requests per second, as far as they were counted before. */
export async function measureRates(status: WholeStatus, meter: RateMeter): Promise<WholeStatus> {
  const instances = status.slices
    .flatMap((slice) => [slice, ...slice.others])
    .flatMap((one) => one.instances);
  const counts = await countRequests(instances.map(({ url }) => url));
  const now = performance.now();
  const rateOf = (name: string, count: number | undefined) =>
    count === undefined ? null : meter.note(name, count, now);
  const rates = new Map(instances.map(({ url }) => [url, rateOf(url, counts.get(url))]));
  const measure = (all: RunningInstance[]) =>
    all.map((instance) => ({ ...instance, requestsPerSecond: rates.get(instance.url) ?? null }));
  const slices = status.slices.map((slice) => ({
    ...slice,
    instances: measure(slice.instances),
    others: slice.others.map((other) => ({ ...other, instances: measure(other.instances) })),
  }));
  const live = status.live ?? "";
  return { ...status, slices, requestsPerSecond: rateOf(live, status.traffic[live]?.requests) };
}
