import type { Browser } from "@playwright/test";
import type { Site } from "../platform/site.ts";
import type { Findings } from "../report/findings.ts";

/** What all parts of a trial work with. */
export interface Stage {
  /** The commit that is come from, in full. */
  commit: string;
  /** A folder with the old code, as an operator has one. */
  oldDir: string;
  /** A folder with the present code. */
  presentDir: string;
  site: Site;
  browser: Browser;
  findings: Findings;
  /** Told what goes on, a line each. */
  tell: (line: string) => void;
}
