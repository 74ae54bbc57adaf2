import type { Browser } from "@playwright/test";
import { openFeed, type PageVisit } from "./open-feed.ts";

/** A script or stylesheet that a page has loaded. */
export interface LoadedFile {
  /** Path of its URL. */
  path: string;
  kind: "js" | "css";
  /** As it came over the wire, without headers. */
  bytes: number;
  /** As the browser used it. */
  plainBytes: number;
}

/**
 * Opens a page in a browser that has nothing cached, waits until its content stands and the network is quiet, and tells
 * what it has loaded. Throws if no post of the feed comes into sight, or the page reports an error.
 */
export async function loadPage(browser: Browser, visit: PageVisit): Promise<LoadedFile[]> {
  await using feed = await openFeed(browser, visit);
  const { page, errors } = feed;
  await page.waitForLoadState("networkidle");
  if (errors.length > 0) throw new AggregateError(errors, `${visit.url} does not run without errors`);
  return listFiles(
    await page.evaluate(() => performance.getEntriesByType("resource").map((e) => e.toJSON())),
  );
}

type Timing = Pick<PerformanceResourceTiming, "name" | "encodedBodySize" | "decodedBodySize">;

/** A preload and its use are one file. */
function listFiles(timings: Timing[]): LoadedFile[] {
  const files = timings.flatMap(({ name, encodedBodySize, decodedBodySize }) => {
    const path = new URL(name).pathname;
    const kind = /\.(js|css)$/.exec(path)?.[1] as LoadedFile["kind"] | undefined;
    return kind ? [{ path, kind, bytes: encodedBodySize, plainBytes: decodedBodySize }] : [];
  });
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
