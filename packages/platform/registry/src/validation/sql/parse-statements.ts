import { hasSqlDetails, loadModule, type Node, parseSync } from "libpg-query";

/** A statement and the 1-based line on which it begins. */
export interface Statement {
  node: Node;
  line: number;
}

/** The text is no SQL that PostgreSQL could read. */
export class SqlUnreadable extends Error {
  override name = "SqlUnreadable";
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

// PostgreSQL's own parser as WebAssembly: some 10 ms once, then 10 microseconds a statement.
await loadModule();

/** Parses a file of SQL as PostgreSQL 18 does. Throws SqlUnreadable. */
export function parseStatements(sql: string): Statement[] {
  const bytes = Buffer.from(sql);
  return parse(sql).flatMap(({ stmt, stmt_location = 0 }) =>
    stmt ? [{ node: stmt, line: lineAt(bytes, stmt_location) }] : [],
  );
}

function parse(sql: string) {
  try {
    return parseSync(sql).stmts ?? [];
  } catch (error) {
    if (!hasSqlDetails(error)) throw error;
    const position = error.sqlDetails?.cursorPosition ?? 0;
    throw new SqlUnreadable(error.message, sql.slice(0, position).split("\n").length);
  }
}

/** A statement's location is in bytes and takes in the blank and commented lines above it. */
function lineAt(bytes: Buffer, start: number): number {
  const skipped = /^(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(bytes.toString("utf8", start))?.[0] ?? "";
  return `${bytes.toString("utf8", 0, start)}${skipped}`.split("\n").length;
}
