import { posix } from "node:path";
import { canonicalText, operationId } from "@sliceway/protocol";
import { type GraphQLSchema, Kind, print } from "graphql";
import { connectionFields } from "./connection-fields.ts";
import { type DocumentSet, ownDocument, spreadsOf } from "./document-set.ts";
import { possibleTypes } from "./possible-types.ts";
import type { Definition, DocumentFile } from "./read-documents.ts";
import { renderTypes } from "./render-types.ts";

/** The text of `<file>.graphql.ts`: types, and one typed document per definition, named like it. */
export async function renderModule(
  slice: string,
  schema: GraphQLSchema,
  set: DocumentSet,
  file: DocumentFile,
) {
  const documents = file.definitions.map((definition) => renderDocument(slice, schema, set, definition));
  return [
    "/* Written by `generate` from the .graphql file beside it. Do not edit. */",
    'import { typedDocument } from "@sliceway/web-kit";',
    ...fragmentTypes(set, file),
    await renderTypes(schema, set, file),
    ...documents,
    "",
  ].join("\n");
}

function renderDocument(slice: string, schema: GraphQLSchema, set: DocumentSet, definition: Definition) {
  const name = definition.name?.value ?? "";
  const document = ownDocument(set, definition);
  const text = canonicalText(print(document));
  const meta = {
    connections: connectionFields(schema, document),
    possibleTypes: possibleTypes(schema, document),
  };
  if (definition.kind === Kind.FRAGMENT_DEFINITION) {
    return assignment(name, [`${name}Fragment`, "Record<string, never>"], text, meta);
  }
  const kind = `${name}${definition.operation[0]?.toUpperCase()}${definition.operation.slice(1)}`;
  return assignment(name, [kind, `${kind}Variables`], text, {
    documentId: operationId(slice, text),
    ...meta,
  });
}

function assignment(name: string, types: string[], text: string, meta: Record<string, unknown>): string {
  const values = `${JSON.stringify(text)}, ${JSON.stringify(meta)}`;
  return `export const ${name} = typedDocument<${types.join(", ")}>(${values});`;
}

/** Types of spread fragments that live elsewhere: imported from the own slice, opaque from another. */
function fragmentTypes(set: DocumentSet, file: DocumentFile): string[] {
  const here = new Set(file.definitions.map((definition) => definition.name?.value));
  const spread = new Set(file.definitions.flatMap((definition) => [...spreadsOf(definition)]));
  return [...spread]
    .filter((name) => !here.has(name))
    .sort()
    .map((name) => {
      const home = set.own.find((other) => other.definitions.some((found) => found.name?.value === name));
      if (!home) return `type ${name}Fragment = { " $fragmentName"?: "${name}Fragment" };`;
      return `import type { ${name}Fragment } from "${relativeModule(file.path, home.path)}";`;
    });
}

function relativeModule(from: string, to: string): string {
  const path = posix.relative(posix.dirname(outputPath(from)), outputPath(to));
  return path.startsWith(".") ? path : `./${path}`;
}

/** Where a document's module is written: beside it; the contract's fragments to `web/src/contract.graphql.ts`. */
export function outputPath(path: string): string {
  return path === "contract/fragments.graphql" ? "web/src/contract.graphql.ts" : `${path}.ts`;
}
