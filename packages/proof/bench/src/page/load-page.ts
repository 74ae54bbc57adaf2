import type { Browser } from "@playwright/test";

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

/** `cookie` as a request's header says it. */
export interface PageVisit {
  url: string;
  cookie: string;
}

/**
 * Opens a page in a browser that has nothing cached, waits until its content stands and the network is quiet, and tells
 * what it has loaded. Throws if no post of the feed comes into sight, or the page reports an error.
 */
export async function loadPage(browser: Browser, { url, cookie }: PageVisit): Promise<LoadedFile[]> {
  await using context = await browser.newContext({ locale: "en-US" });
  await context.addCookies(readCookies(cookie).map(([name, value]) => ({ name, value, url })));
  const page = await context.newPage();
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await page.goto(url);
  await page.getByRole("main").getByRole("article").first().waitFor({ state: "visible" });
  await page.waitForLoadState("networkidle");
  if (errors.length > 0) throw new AggregateError(errors, `${url} does not run without errors`);
  return listFiles(
    await page.evaluate(() => performance.getEntriesByType("resource").map((e) => e.toJSON())),
  );
}

/** `session=x; visitor=y` */
function readCookies(header: string): [name: string, value: string][] {
  return header.split("; ").map((pair) => {
    const sign = pair.indexOf("=");
    return [pair.slice(0, sign), pair.slice(sign + 1)];
  });
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
