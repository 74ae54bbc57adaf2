import { scrape } from "./scrape.ts";

const SAMPLE = /^http_request_duration_seconds_count\{(.*?)\} (\S+)$/gm;
/** Asked by the platform, not for anybody. */
const OWN = /\broute="\/(?:healthz|readyz|metrics)"/;

/** How many requests each server has answered since it started, by its URL; those that do not say are left out. */
export async function countRequests(urls: readonly string[]): Promise<Map<string, number>> {
  const texts = await Promise.all(urls.map(async (url) => [url, await scrape(url)] as const));
  return new Map(texts.filter(([, text]) => text !== "").map(([url, text]) => [url, parseRequests(text)]));
}

/** From the Prometheus text format. */
export function parseRequests(text: string): number {
  return [...text.matchAll(SAMPLE)]
    .filter(([, labels = ""]) => !OWN.test(labels))
    .reduce((total, [, , value]) => total + Number(value), 0);
}
