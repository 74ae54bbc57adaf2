import { readOptions } from "@sliceway/trial-kit";
import { z } from "zod";
import { OLDEST } from "./installation/oldest.ts";
import { partNames } from "./trial/parts.ts";

export const HELP = `Upgrades installations of old code to the present code and says whether all goes on. See docs/upgrade.md.

  npm run test:upgrade -- [options]

  --from <commit>  the code to come from (${OLDEST.slice(0, 7)}, the oldest that there may be)
  --part <names>   only some of ${partNames.join(",")}
  --json           one object on standard output, for programs; the table on standard error
  -h, --help       this

Progress goes to standard error. The exit code is 0 if the last line is "failed 0", else 1.`;

const names = z.string().transform((text) => text.split(","));
const schema = z.object({
  /** No option of git's own. */
  from: z.string().regex(/^\w/, "name a commit").default(OLDEST),
  part: names.pipe(z.array(z.enum(partNames))).default([...partNames]),
});

/** Reads `["--part", "killed,stopped", "--json"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readUpgradeOptions(argv: string[]) {
  return readOptions(argv, schema, { usage: "npm run test:upgrade -- --help" });
}
