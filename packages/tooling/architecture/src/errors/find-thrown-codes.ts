import { packageOf } from "./read-error-tables.ts";

interface Source {
  path: string;
  source: string;
}

/** An error that has its code, and so its fix, where it is thrown, and not from a table. */
export interface ThrownCode {
  package: string;
  path: string;
  code: string;
}

/** The first argument of an error's class, whichever extends it. */
const THROWN = /\bnew [A-Z]\w*(?:Error|Refusal)\(\s*"([A-Z][A-Z0-9_]+)"/g;
/** A code that has a fix beside it, within so many characters. */
const WRITTEN = /\bcode: "([A-Z][A-Z0-9_]+)",(?=(?:(?!\bcode:)[\s\S]){0,800}?\bfix\b)/g;

/** Codes that stand at the place where they are thrown, or written into a problem. */
export function findThrownCodes(files: readonly Source[]): ThrownCode[] {
  return files.flatMap(({ path, source }) =>
    [...source.matchAll(THROWN), ...source.matchAll(WRITTEN)].map(([, code = ""]) => ({
      package: packageOf(path),
      path,
      code,
    })),
  );
}
