/** Words, names, strings and signs of SQL, and the bodies of functions, each in one piece. */
const TOKEN = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|[(),;]|[^\s(),;'"]+/g;

/** The tables and views of a `server/schema.sql`, as `printSchema` writes it, each with its columns in their order. */
export function readSchemaTables(schema: string): Record<string, string[]> {
  return Object.fromEntries(listStatements(schema).flatMap(readTable));
}

function listStatements(schema: string): string[][] {
  const statements: string[][] = [[]];
  for (const [token] of schema.matchAll(TOKEN)) {
    if (token === ";") statements.push([]);
    else if (!token.startsWith("--")) statements.at(-1)?.push(token);
  }
  return statements;
}

function readTable([create, kind, ...rest]: string[]): [table: string, columns: string[]][] {
  const tokens = kind === "materialized" ? rest.slice(1) : rest;
  const open = tokens.indexOf("(");
  const isTable = create === "create" && (kind === "table" || kind === "view" || kind === "materialized");
  if (!isTable || tokens.slice(0, open).includes("partition", 1)) return [];
  const parts = listParts(tokens.slice(open + 1)).filter(([first]) => first !== "constraint");
  return [[unquote(tokens.slice(0, open).join("")), parts.map(([first = ""]) => unquote(first))]];
}

/** What stands between the commas, up to the closing bracket. */
function listParts(tokens: string[]): string[][] {
  const parts: string[][] = [[]];
  let depth = 1;
  for (const token of tokens) {
    if (token === "(") depth++;
    if (token === ")" && --depth === 0) break;
    if (token === "," && depth === 1) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function unquote(name: string): string {
  return name.replace(/"((?:[^"]|"")*)"/g, (_, quoted: string) => quoted.replaceAll('""', '"'));
}
