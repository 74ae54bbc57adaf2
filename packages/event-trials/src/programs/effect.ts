import type { CloudEvent } from "@sliceway/events";
import type { Kysely } from "kysely";
import { z } from "zod";

export interface ListeningTables {
  effect: { source: string; subject: string; number: number };
}

/** Thrown for one event in ten at first sight, mostly not when it is tried again: so events are set aside and come back. */
const FAILS = 0.25;

const dataSchema = z.object({ number: z.number().int() });

/** The effect of an event: one more row each time, so that nothing but the inbox keeps a repetition out. */
export async function writeEffect(
  tx: Kysely<ListeningTables>,
  { source, subject, data }: CloudEvent,
): Promise<void> {
  const { number } = dataSchema.parse(data);
  await tx.insertInto("effect").values({ source, subject, number }).execute();
  if (number % 10 === 0 && Math.random() < FAILS) throw new Error("the reaction fails, as reactions do");
}
