import { readOptions } from "@sliceway/trial-kit";
import { z } from "zod";

export const HELP = `Kills slices' processes where it would do the most harm and says whether an event or a mutation was lost, doubled or
out of order. See docs/events.md.

  npm run test:events -- [options]

  --transport <name>  postgres, rabbitmq (both)
  --point <n>         one row of the table, without the outage (all)
  --outage-s <n>      how long what carries the events is down; 0 leaves the outage out (60)
  --short             only the decisive points
  --seed <n>          at which time of its coming to a point a process is killed (1)
  --json              one value on standard output, for programs; the table on standard error
  -h, --help          this

Progress goes to standard error. The exit code is 0 if nothing was lost, doubled or out of order, else 1.`;

const schema = z.object({
  transport: z.enum(["postgres", "rabbitmq", "both"]).default("both"),
  point: z.coerce.number().int().positive().optional(),
  seed: z.coerce.number().int().default(1),
  "outage-s": z.coerce.number().min(0).default(60),
  short: z.boolean().default(false),
});

export type EventOptions = ReturnType<typeof readEventOptions>;

/** Reads `["--short", "--seed", "7"]`. Throws SlicewayError `OPTION_INVALID`. */
export function readEventOptions(argv: string[]) {
  return readOptions(argv, schema, { usage: "npm run test:events -- --help" });
}
