/** Someone who can be found. */
export interface Person {
  id: string;
  handle: string;
  name: string;
}

/** The form in which names and search texts are compared: NFC, lower case, single spaces. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** A text as a LIKE pattern that means just itself. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
