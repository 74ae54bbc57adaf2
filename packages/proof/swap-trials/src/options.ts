import { readOptions } from "@sliceway/trial-kit";
import { z } from "zod";

export const HELP = `Swaps releases under load and says whether any request has failed. See docs/swap.md.

  npm run test:swap -- [options]

  --swaps <n>      deployments (100)
  --rollbacks <n>  (25)
  --rate <n>       requests a second, in total (200)
  --period <ms>    from one swap to the next (5000)
  --no-browser     without the two open tabs
  --tabs <n>       instead: so many deployments of one slice with a tab left open at each
  --budget <mb>    of these: memory for servers that run for old pages alone (600)
  --json           one object on standard output, for programs; the table on standard error
  -h, --help       this

Progress goes to standard error. The exit code is 0 if the last line is "failed 0", else 1.`;

const count = z.coerce.number().int().min(0).max(10_000);
const schema = z.object({
  /** Deployments. */
  swaps: count.min(1).default(100),
  rollbacks: count.default(25),
  /** Requests a second. */
  rate: count.min(1).default(200),
  /** Milliseconds from one swap to the next. */
  period: count.default(5000),
  /** Instead: so many deployments of one slice, with a tab left open at each. */
  tabs: count.optional(),
  /** Of these: megabytes for servers that run only because old pages hold on to their releases. */
  budget: count.default(600),
  "no-browser": z.boolean().default(false),
});

export type Options = ReturnType<typeof readSwapOptions>;

/** Reads `["--swaps", "10", "--json"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readSwapOptions(argv: string[]) {
  return readOptions(argv, schema, { usage: "npm run test:swap -- --help" });
}
