import type { CloudEvent } from "@sliceway/events";
import type { Kysely } from "kysely";
import { z } from "zod";

export interface ConsumingTables {
  effect: { source: string; subject: string; number: number };
}

const dataSchema = z.object({ number: z.number().int() });

/** The effect of an event: one more row each time, so that nothing but the inbox keeps a repetition out. */
export async function insertEffect(tx: Kysely<ConsumingTables>, event: CloudEvent): Promise<void> {
  const { source, subject } = event;
  await tx
    .insertInto("effect")
    .values({ source, subject, number: numberOf(event) })
    .execute();
}

/** How often, and of which events, the effect fails: some are set aside, wait with others behind them, and come back. */
const FAILS = 0.3;
const FAILING = 5;

/** The same as a reaction that fails now and then. */
export async function writeEffect(tx: Kysely<ConsumingTables>, event: CloudEvent): Promise<void> {
  await insertEffect(tx, event);
  const fails = numberOf(event) % FAILING === 0 && Math.random() < FAILS;
  if (fails) throw new Error("the reaction fails, as reactions do");
}

const numberOf = ({ data }: CloudEvent) => dataSchema.parse(data).number;
