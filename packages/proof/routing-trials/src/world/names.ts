import { type Release, releaseRef } from "@sliceway/protocol";

/** The trial's names of releases (`notes@3`) beside their real ones (`notes@3f9c2a1b04de`). */
export interface Names {
  /** Gives the real name. */
  add(ref: string, release: Release): string;
  /** The trial's name; the real one of what the trial does not know. */
  find(real: string): string;
  /** A text with the trial's names in it. */
  translate(text: string): string;
}

export function createNames(): Names {
  const byReal = new Map<string, string>();
  const find = (real: string) => byReal.get(real) ?? real;
  return {
    add: (ref, release) => {
      const real = releaseRef(release);
      byReal.set(real, ref);
      return real;
    },
    find,
    translate: (text) => text.replaceAll(/[a-z]+@[0-9a-f]{12}/g, find),
  };
}
