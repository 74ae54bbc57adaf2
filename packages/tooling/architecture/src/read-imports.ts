import { parseSync } from "@swc/core";

/** One import or re-export of a file: what it names and whether only types cross. */
export interface Import {
  from: string;
  typeOnly: boolean;
}

/** Static and dynamic imports of a TypeScript source, in order of appearance. */
export function readImports(source: string, options: { tsx: boolean }): Import[] {
  const module = parseSync(source, { syntax: "typescript", tsx: options.tsx });
  return [...module.body.flatMap(staticImport), ...dynamicImports(source)];
}

type Statement = ReturnType<typeof parseSync>["body"][number];

function staticImport(statement: Statement): Import[] {
  if (statement.type === "ImportDeclaration") {
    return [{ from: statement.source.value, typeOnly: statement.typeOnly }];
  }
  if (statement.type === "ExportAllDeclaration") return [{ from: statement.source.value, typeOnly: false }];
  if (statement.type === "ExportNamedDeclaration" && statement.source) {
    return [{ from: statement.source.value, typeOnly: statement.typeOnly }];
  }
  return [];
}

function dynamicImports(source: string): Import[] {
  return [...source.matchAll(/\bimport\(\s*["'`]([^"'`]+)["'`]/g)].map(([, from = ""]) => ({
    from,
    typeOnly: false,
  }));
}
