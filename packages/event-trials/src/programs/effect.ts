import type { CloudEvent } from "@sliceway/events";
import type { Kysely } from "kysely";
import { z } from "zod";

export interface ListeningTables {
  effect: { source: string; subject: string; number: number };
}

/** How often, and of which events, the effect fails: so some are set aside, wait with others behind them, and come back. */
const FAILS = 0.3;
const FAILING = 5;

const dataSchema = z.object({ number: z.number().int() });

/** The effect of an event: one more row each time, so that nothing but the inbox keeps a repetition out. */
export async function writeEffect(
  tx: Kysely<ListeningTables>,
  { source, subject, data }: CloudEvent,
): Promise<void> {
  const { number } = dataSchema.parse(data);
  await tx.insertInto("effect").values({ source, subject, number }).execute();
  if (number % FAILING === 0 && Math.random() < FAILS) throw new Error("the reaction fails, as reactions do");
}
