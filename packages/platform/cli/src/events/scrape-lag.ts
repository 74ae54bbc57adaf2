import type { Lag } from "@sliceway/events";
import { scrape } from "../platform/scrape.ts";

const SAMPLE = /^sliceway_events_consumer_(lag|oldest_age_seconds)\{.*?\bsource="([^"]*)".*?\} (\S+)$/gm;

/** How far a slice's consumer is behind, as its server says in `/metrics`; null if none of the servers knows. */
export async function scrapeLag(urls: readonly string[]): Promise<Lag[] | null> {
  const texts = await Promise.all(urls.map(scrape));
  const found = texts.map(parseLag).find((lags) => lags.length > 0);
  return found ?? null;
}

/** From the Prometheus text format. */
export function parseLag(text: string): Lag[] {
  const lags = new Map<string, Lag>();
  for (const [, what, source = "", value] of text.matchAll(SAMPLE)) {
    const lag = lags.get(source) ?? { source, events: 0, oldestAgeSeconds: null };
    if (what === "lag") lag.events = Number(value);
    else lag.oldestAgeSeconds = Number(value);
    lags.set(source, lag);
  }
  return [...lags.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
}
