import { accepted, type Checked, refused } from "./invalid-input.ts";

/** `field` is the input's name for it: `password`, `next`. */
export function checkPassword(field: string, password: string): Checked<string> {
  const length = [...password].length;
  if (length < 10) return refused(field, "TOO_SHORT", "A password has at least 10 characters.");
  // a limit far above any real password keeps a flood of megabytes out of the hash
  if (length > 200) return refused(field, "TOO_LONG", "A password has at most 200 characters.");
  return accepted(password);
}
