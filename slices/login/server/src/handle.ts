import { accepted, type Checked, refused } from "./invalid-input.ts";

/** What somebody typed as a handle in the form in which handles are kept: `" @Alice"` is `alice`. */
export function normalizeHandle(typed: string): string {
  return typed.trim().replace(/^@/, "").toLowerCase();
}

export function checkHandle(typed: string): Checked<string> {
  const handle = normalizeHandle(typed);
  if (!/^[a-z0-9_]*$/.test(handle))
    return refused("handle", "MALFORMED", "A handle is made of a-z, 0-9 and _.");
  if (handle.length < 3) return refused("handle", "TOO_SHORT", "A handle has at least 3 characters.");
  if (handle.length > 24) return refused("handle", "TOO_LONG", "A handle has at most 24 characters.");
  return accepted(handle);
}
