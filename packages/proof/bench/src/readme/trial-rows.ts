import { z } from "zod";
import { seconds } from "../units.ts";
import type { Clone } from "./clone.ts";
import type { Row } from "./row.ts";

const swapReport = z.object({
  sent: z.number(),
  failed: z.number(),
  p99Ratio: z.number(),
  rollbacks: z.object({ max: z.number() }),
});

const counts = z.object({ lost: z.number(), doubled: z.number(), outOfOrder: z.number() });
const eventReports = z.array(z.object({ rows: z.array(z.object({ kills: z.number() })), counts }));

/** Both trials in full: the better part of an hour. */
export async function trialRows(clone: Clone): Promise<Row[]> {
  const swaps = swapReport.parse(await clone.runTrial("test:swap"));
  const reports = eventReports.parse(await clone.runTrial("test:events"));
  const rows = reports.flatMap((report) => report.rows);
  const sum = (key: keyof z.infer<typeof counts>) =>
    reports.reduce((total, report) => total + report.counts[key], 0);
  const kills = rows.reduce((total, row) => total + row.kills, 0);
  return [
    {
      what: "100 swaps and 25 rollbacks at 200 requests a second, two tabs open all the while ([in full](docs/swap.md#what-was-seen))",
      seen: `${swaps.sent.toLocaleString("en")} sent, ${swaps.failed} failed; rollback at most ${seconds(swaps.rollbacks.max)}; p99 in swaps ${swaps.p99Ratio.toFixed(1)} times steady`,
    },
    {
      what: `${kills} \`kill -9\` at ${rows.length} points of writers, relay, consumer and mutations, on ${reports.length} transports`,
      seen: `lost ${sum("lost")}, doubled ${sum("doubled")}, out of order ${sum("outOfOrder")}`,
    },
  ];
}
