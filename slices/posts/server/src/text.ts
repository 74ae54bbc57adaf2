/** One part of the input that was not accepted; `reason` is a word of the contract. */
export interface InvalidField {
  field: string;
  reason: "TOO_SHORT" | "TOO_LONG" | "MALFORMED";
  message: string;
}

/** Text as it will be stored, or why it is not accepted. `longest` counts characters, however many bytes they take. */
export function decideText(
  text: string,
  longest: number,
): { kind: "accepted"; text: string } | { kind: "rejected"; field: InvalidField } {
  const trimmed = text.trim();
  const length = [...trimmed].length;
  if (length === 0) return rejected("TOO_SHORT", "Write something first.");
  if (length > longest) return rejected("TOO_LONG", `At most ${longest} characters; these are ${length}.`);
  // PostgreSQL cannot store it in a text.
  if (trimmed.includes("\0"))
    return rejected("MALFORMED", "The text holds a character that cannot be stored.");
  return { kind: "accepted", text: trimmed };
}

function rejected(reason: InvalidField["reason"], message: string) {
  return { kind: "rejected", field: { field: "text", reason, message } } as const;
}
