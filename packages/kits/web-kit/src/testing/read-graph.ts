import type { PageBoot } from "@sliceway/protocol";
import {
  type DocumentNode,
  extendSchema,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  parse,
  print,
} from "graphql";
import { generate, schemasOf } from "../build/documents/generate.ts";
import { publicSchema } from "../build/documents/public-schema.ts";
import { type Contract, readContracts } from "../build/documents/read-contracts.ts";
import { parseDocument } from "../build/documents/read-documents.ts";

/** What a page sends: a document by its id. */
export interface Question {
  documentId: string;
  variables: Record<string, unknown>;
}

/** The graph that all slices' contracts make together, and what one of them asks it. */
export interface Graph {
  /** What slices let others spread. */
  fragments: PageBoot["fragments"];
  /** A query for the object that a slot shows: as the field `of`, which the graph has for it. */
  findSlotQuery(fragment: string | undefined): { documentId: string; text: string } | null;
  /** Schema and whole text of a document. Throws TypeError on an id that nobody generated. */
  getDocument(documentId: string): { schema: GraphQLSchema; document: DocumentNode };
}

/** Reads the contracts beside a slice, and the slice's own documents; writes their generated modules anew. */
export async function readGraph(sliceDir: string): Promise<Graph> {
  const { operations } = await generate({ sliceDir });
  const contracts = await readContracts(sliceDir);
  const schema = publicSchema(schemasOf(contracts));
  const exposed = contracts.flatMap(listFragments);
  const known = new Map(operations.map(({ id, text }) => [id, { schema, text }]));
  return {
    fragments: exposed.map(({ slice, definition }) => ({
      slice,
      name: definition.name.value,
      text: print(definition),
    })),
    findSlotQuery(fragment) {
      const definition = exposed.find((one) => one.definition.name.value === fragment)?.definition;
      if (!definition) return null;
      const type = definition.typeCondition.name.value;
      const text = `query Slot { of { ${hasId(schema, type) ? "id" : ""} ...${fragment} } }`;
      const documentId = `slot:${fragment}`;
      known.set(documentId, {
        schema: extendSchema(schema, parse(`extend type Query { of: ${type} }`)),
        text,
      });
      return { documentId, text };
    },
    getDocument(documentId) {
      const found = known.get(documentId);
      if (!found)
        throw new TypeError(`the page asked ${documentId}, which is none of the slice's operations`);
      const definitions = [...parse(found.text).definitions, ...exposed.map(({ definition }) => definition)];
      return { schema: found.schema, document: { kind: Kind.DOCUMENT, definitions } };
    },
  };
}

function listFragments({
  slice,
  fragments,
}: Contract): { slice: string; definition: FragmentDefinitionNode }[] {
  const { definitions } = parseDocument(`${slice}/contract/fragments.graphql`, fragments);
  return definitions.flatMap((definition) =>
    definition.kind === Kind.FRAGMENT_DEFINITION ? [{ slice, definition }] : [],
  );
}

function hasId(schema: GraphQLSchema, name: string): boolean {
  const type = schema.getType(name);
  return isObjectType(type) && type.getFields().id !== undefined;
}
