import type { Page, Route } from "@playwright/test";
import type { Bundle } from "./bundle-view.ts";
import { sharedBrowser } from "./shared-browser.ts";

export interface ViewOptions {
  /** `en` unless said. */
  language?: string;
  /** `light` unless said. */
  theme?: "light" | "dark";
  /** In CSS pixels; 1280 by 800 unless said. */
  viewport?: { width: number; height: number };
}

/** What stands behind the browser. */
export interface ViewBackend extends ViewOptions {
  bundle: Bundle;
  /** `/posts/7?from=feed`; `/` unless said. */
  path?: string | undefined;
  /** Read by the script from the element `#view`, as JSON. */
  data?: unknown;
  /** Answers a request to another path than those of page, script and styles; null: 404. May reject. */
  answer?: (path: string, body: unknown) => Promise<unknown>;
}

/** A secure context, as the network's pages are, that needs no certificate. */
const ORIGIN = "http://localhost";

/**
 * Opens bundled sources as a page of their own. Disposing closes it, and throws what went wrong unnoticed: uncaught
 * errors of its scripts, and requests that were not answered.
 */
export async function openView({ theme = "light", language = "en", ...backend }: ViewBackend): Promise<Page> {
  const { viewport = { width: 1280, height: 800 }, path = "/" } = backend;
  const browser = await sharedBrowser();
  const page = await browser.newPage({
    viewport,
    locale: language,
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  const mistakes: Error[] = [];
  page.on("pageerror", (error) => mistakes.push(error));
  const html = pageHtml({ theme, language, data: backend.data });
  await page.route("**/*", (route) =>
    serve(route, html, backend).catch((error) => {
      // A test that fails by it fails first, and would hide the reason.
      console.error(error);
      mistakes.push(error);
      return route.abort();
    }),
  );
  await page.goto(`${ORIGIN}${path}`);
  return Object.assign(page, {
    async [Symbol.asyncDispose]() {
      await page.close();
      if (mistakes.length > 0) throw new AggregateError(mistakes, mistakes.join("\n"));
    },
  });
}

async function serve(route: Route, html: string, { bundle, answer }: ViewBackend): Promise<void> {
  const request = route.request();
  const { pathname } = new URL(request.url());
  if (request.resourceType() === "document") return route.fulfill({ contentType: "text/html", body: html });
  if (pathname === "/view.js") return route.fulfill({ contentType: "text/javascript", body: bundle.script });
  if (pathname === "/view.css") return route.fulfill({ contentType: "text/css", body: bundle.styles });
  const answered = await answer?.(pathname, request.postData() ? request.postDataJSON() : null);
  return answered ? route.fulfill({ json: answered }) : route.fulfill({ status: 404 });
}

function pageHtml({ theme, language, data }: { theme: string; language: string; data: unknown }): string {
  const inert = JSON.stringify(data ?? null).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="${language}" data-theme="${theme}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>View</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/view.css">
<script type="application/json" id="view">${inert}</script>
<script type="module" src="/view.js"></script>
</head>
<body><div id="root"></div></body>
</html>`;
}
