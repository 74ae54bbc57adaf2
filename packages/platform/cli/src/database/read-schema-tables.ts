/** Words, names, strings and signs of SQL, and the bodies of functions, each in one piece. */
const TOKEN = /--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|[()[\],;]|[^\s()[\],;'"]+/g;

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
  const names = listParts(tokens.slice(open + 1)).flatMap(([first]) => first ?? []);
  const columns = names.filter((name) => name !== "constraint").map(unquote);
  return [[unquote(tokens.slice(0, open).join("")), columns]];
}

/** What stands between the commas, up to the closing bracket; nothing for a table without columns. */
function listParts(tokens: string[]): string[][] {
  const parts: string[][] = [[]];
  let depth = 1;
  for (const token of tokens) {
    if (token === "(" || token === "[") depth++;
    if ((token === ")" || token === "]") && --depth === 0) break;
    if (token === "," && depth === 1) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

function unquote(name: string): string {
  return name.replace(/"((?:[^"]|"")*)"/g, (_, quoted: string) => quoted.replaceAll('""', '"'));
}
