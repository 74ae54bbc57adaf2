import { randomBytes } from "node:crypto";

/** A handle that nobody has yet: `alice_1f3c9a`. */
export function freshHandle(name: string): string {
  return `${name}_${randomBytes(3).toString("hex")}`;
}
