import type { CallStmt, CreateFunctionStmt, DoStmt } from "libpg-query";
import { hides, takes } from "./deeds.ts";
import type { Deed } from "./effect.ts";
import { nameFrom } from "./names.ts";
import { find } from "./walk.ts";

const TAKING = /\b(drop|rename|truncate|alter)\b/i;

/** A block of code is not read, but one that says DROP is taken at its word. */
export function doDeeds(statement: DoStmt): Deed[] {
  const word = bodyOf(statement).match(TAKING)?.[0].toUpperCase();
  if (!word) return [hides("runs a DO block")];
  return [takes(`runs a DO block that says ${word}`, { table: null })];
}

export function functionDeeds({ funcname = [] }: CreateFunctionStmt): Deed[] {
  return [hides(`defines the function ${nameFrom(funcname)}()`)];
}

export function callDeeds({ funccall }: CallStmt): Deed[] {
  return [hides(`calls ${nameFrom(funccall?.funcname ?? [])}()`)];
}

function bodyOf(statement: DoStmt): string {
  return find(statement.args, "String")
    .map(({ sval }) => String(sval))
    .join("\n");
}
