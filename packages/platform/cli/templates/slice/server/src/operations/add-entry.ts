import { randomUUID } from "node:crypto";
import type { Context } from "../context.ts";
import { insertEntry } from "../db/entries.ts";
import { decideEntry, type Entry } from "../entry.ts";
import { entryAdded } from "../published-events.ts";
import { type InvalidInput, invalidInput, type NotLoggedIn, notLoggedIn } from "../refusals.ts";

export type AddEntryResult = { __typename: "SliceNameEntryAdded"; entry: Entry } | InvalidInput | NotLoggedIn;

export async function addEntry(context: Context, { text }: { text: string }): Promise<AddEntryResult> {
  if (!context.viewer) return notLoggedIn;
  const given = { id: randomUUID(), authorId: context.viewer.id, text, now: context.now() };
  const decision = decideEntry(given);
  if (decision.kind === "rejected") return invalidInput(decision.field);
  const { entry } = decision;
  return context.transaction(async (tx) => {
    await insertEntry(tx, entry);
    await context.outbox.add(tx, entryAdded(entry));
    return { __typename: "SliceNameEntryAdded", entry };
  });
}
