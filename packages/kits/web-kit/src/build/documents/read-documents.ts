import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DefinitionNode, GraphQLError, Kind, parse, Source } from "graphql";
import { BuildError } from "../build-error.ts";
import { errors } from "../errors.ts";

export type Definition = Extract<
  DefinitionNode,
  { kind: Kind.OPERATION_DEFINITION | Kind.FRAGMENT_DEFINITION }
>;

/** A `.graphql` file: its path in the slice's folder and the definitions in it. */
export interface DocumentFile {
  path: string;
  definitions: Definition[];
}

/** Every `.graphql` file below the slice's `web/src`, sorted by path. */
export async function readDocuments(sliceDir: string): Promise<DocumentFile[]> {
  const entries = await readdir(join(sliceDir, "web/src"), { recursive: true });
  const paths = entries.filter((entry) => entry.endsWith(".graphql")).map((entry) => `web/src/${entry}`);
  return Promise.all(
    paths.sort().map(async (path) => parseDocument(path, await readFile(join(sliceDir, path), "utf8"))),
  );
}

/** @throws BuildError DOCUMENT_MALFORMED naming file and line; DOCUMENT_UNNAMED for an anonymous operation. */
export function parseDocument(path: string, text: string): DocumentFile {
  return { path, definitions: definitionsOf(path, text).map((node) => executable(path, node)) };
}

function definitionsOf(path: string, text: string): readonly DefinitionNode[] {
  // A file of comments only exposes nothing.
  if (text.replaceAll(/#.*/g, "").trim() === "") return [];
  try {
    return parse(new Source(text, path)).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const line = error.locations?.[0]?.line ?? 1;
    const text = errors.DOCUMENT_MALFORMED(`${path}:${line} is not GraphQL: ${error.message}`);
    throw new BuildError(text, { cause: error });
  }
}

function executable(path: string, node: DefinitionNode): Definition {
  if (node.kind === Kind.FRAGMENT_DEFINITION) return node;
  if (node.kind === Kind.OPERATION_DEFINITION && node.name) return node;
  const line = node.loc?.startToken.line ?? 1;
  throw new BuildError(
    errors.DOCUMENT_UNNAMED(`${path}:${line} is neither a named operation nor a fragment`),
  );
}
