export interface Entry {
  id: string;
  authorId: string;
  text: string;
  createdAt: Date;
}

/** One part of the input that was not accepted; `reason` is a word of the contract. */
export interface InvalidField {
  field: string;
  reason: "TOO_SHORT" | "TOO_LONG" | "MALFORMED";
  message: string;
}

export type EntryDecision = { kind: "accepted"; entry: Entry } | { kind: "rejected"; field: InvalidField };

export const LONGEST_ENTRY = 280;

/** What becomes of somebody's wish to add an entry. */
export function decideEntry({ text, ...given }: Omit<Entry, "createdAt"> & { now: Date }): EntryDecision {
  const trimmed = text.trim();
  // Characters, however many bytes they take.
  const length = [...trimmed].length;
  if (length === 0) return rejected("TOO_SHORT", "Write something first.");
  if (length > LONGEST_ENTRY)
    return rejected("TOO_LONG", `At most ${LONGEST_ENTRY} characters; these are ${length}.`);
  // PostgreSQL cannot store it in a text.
  if (trimmed.includes("\0"))
    return rejected("MALFORMED", "The text holds a character that cannot be stored.");
  const { id, authorId, now } = given;
  return { kind: "accepted", entry: { id, authorId, text: trimmed, createdAt: now } };
}

function rejected(reason: InvalidField["reason"], message: string): EntryDecision {
  return { kind: "rejected", field: { field: "text", reason, message } };
}
