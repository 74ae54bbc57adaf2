import { plugin } from "@graphql-codegen/typescript-operations";
import { type GraphQLSchema, Kind } from "graphql";
import type { DocumentSet } from "./document-set.ts";
import type { DocumentFile } from "./read-documents.ts";

const config = {
  inlineFragmentTypes: "mask",
  namingConvention: "keep",
  enumType: "string-literal",
  defaultScalarType: "unknown",
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  useTypeImports: true,
} as const;

/** TypeScript types of one file's operations and fragments; fields behind a spread are masked. */
export async function renderTypes(
  schema: GraphQLSchema,
  set: DocumentSet,
  file: DocumentFile,
): Promise<string> {
  const output = await plugin(schema, sources(set, file), config, { outputFile: "" });
  if (typeof output === "string") return output;
  return [...(output.prepend ?? []), output.content].filter(Boolean).join("\n");
}

/** The file itself, and every fragment it may refer to as read-only material. */
function sources(set: DocumentSet, file: DocumentFile) {
  const others = [...set.inner.values(), ...set.exposed.values()].filter(
    (fragment) => !file.definitions.includes(fragment),
  );
  const document = (definitions: typeof file.definitions) => ({ kind: Kind.DOCUMENT, definitions }) as const;
  return [
    { location: file.path, document: document(file.definitions), type: "standard" as const },
    { location: "others", document: document(others), type: "external" as const },
  ];
}
