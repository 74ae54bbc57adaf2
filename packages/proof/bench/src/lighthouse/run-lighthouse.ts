import { chromiumArguments, findChromium } from "@sliceway/chromium";
import { retry } from "@sliceway/service-kit";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig, type Result } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

export type FormFactor = "mobile" | "desktop";

export interface LighthouseVisit {
  url: string;
  /** As a request's header says it; undefined for a visitor. */
  cookie: string | undefined;
  formFactor: FormFactor;
}

/** Now and then the browser records nothing of a page's load (`NO_NAVSTART`), and Lighthouse asks to be run again. */
const ATTEMPTS = 3;

/** One run of all categories in a browser of its own, with Lighthouse's own throttling for the form factor. */
export function runLighthouse(visit: LighthouseVisit, chromiumPath: string | undefined): Promise<Result> {
  return retry(() => runOnce(visit, chromiumPath), { attempts: ATTEMPTS });
}

async function runOnce(
  { url, cookie, formFactor }: LighthouseVisit,
  chromiumPath: string | undefined,
): Promise<Result> {
  const chrome = await launch({
    chromePath: await findChromium(chromiumPath),
    chromeFlags: ["--headless", ...chromiumArguments()],
    logLevel: "silent",
    // The command puts away what it has started.
    handleSIGINT: false,
  });
  try {
    const flags = {
      port: chrome.port,
      logLevel: "error",
      onlyCategories: CATEGORIES,
      ...(cookie && { extraHeaders: { cookie } }),
    } as const;
    const answer = await lighthouse(url, flags, formFactor === "desktop" ? desktopConfig : undefined);
    if (!answer || answer.lhr.runtimeError)
      throw new Error(answer?.lhr.runtimeError?.message ?? "No result.");
    return answer.lhr;
  } finally {
    chrome.kill();
  }
}
