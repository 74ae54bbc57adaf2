import { writeSync } from "node:fs";
import { z } from "zod";

/** The pipe between a process under trial and whoever started it. */
const PIPE = 3;

const side = z.enum(["before", "after"]);

export const reportSchema = z.discriminatedUnion("kind", [
  /** It has come to this exchange for the first time, or so often that there will be more. */
  z.object({ kind: z.literal("reached"), where: z.string(), side, isFrequent: z.boolean() }),
  /** It dies now, as it was ordered. */
  z.object({ kind: z.literal("struck"), where: z.string(), side }),
  /** What a writer has done in its life: milliseconds from when a write was due until it was committed. */
  z.object({ kind: z.literal("written"), latencies: z.array(z.number()), failed: z.number().int() }),
]);

export type Report = z.infer<typeof reportSchema>;

/** Written before the call returns, so that it is out even if the process dies next. */
export function report(message: Report): void {
  writeSync(PIPE, `${JSON.stringify(message)}\n`);
}
