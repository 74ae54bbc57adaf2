import { replace } from "../edits.ts";
import type { Variant } from "../variant.ts";

const slice = "shell";

export const base: Variant = { slice, name: "base", fields: [], edits: {} };

export function reworded(text: string): Variant {
  return { ...base, name: `says ${text}`, edits: { "src/messages.ts": replace("Skip to content", text) } };
}
