import { readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { canonicalText, type ExposedFragment, type Operation, operationId } from "@sliceway/protocol";
import { Kind, print } from "graphql";
import { checkDocuments } from "./check-documents.ts";
import { type DocumentSet, documentSet, ownDocument } from "./document-set.ts";
import { publicSchema } from "./public-schema.ts";
import { type Contract, readContracts } from "./read-contracts.ts";
import { type DocumentFile, parseDocument, readDocuments } from "./read-documents.ts";
import { outputPath, renderModule } from "./render-module.ts";

const FRAGMENTS = "contract/fragments.graphql";

/** What a slice's documents come to: recorded in its release. */
export interface Documents {
  operations: Operation[];
  fragments: ExposedFragment[];
}

/**
 * Checks a slice's `.graphql` files against the contracts of all slices beside it and writes a typed module for
 * each: `web/src/**\/X.graphql` to `X.graphql.ts`, `contract/fragments.graphql` to `web/src/contract.graphql.ts`.
 *
 * @param options.sliceDir folder with slice.json, `contract/` and `web/`
 * @throws BuildError if contracts do not compose or a document is malformed or invalid
 */
export async function generate({ sliceDir }: { sliceDir: string }): Promise<Documents> {
  const dir = resolve(sliceDir);
  const slice = basename(dir);
  const contracts = await readContracts(dir);
  const set = collect(slice, contracts, await readDocuments(dir));
  const schema = publicSchema(schemasOf(contracts));
  checkDocuments(schema, set);
  for (const file of set.own.filter(({ definitions }) => definitions.length > 0)) {
    await writeIfChanged(join(dir, outputPath(file.path)), await renderModule(slice, schema, set, file));
  }
  return { operations: operationsOf(slice, set), fragments: fragmentsOf(set) };
}

function collect(slice: string, contracts: Contract[], files: DocumentFile[]): DocumentSet {
  const [own, foreign] = [
    contracts.filter((c) => c.slice === slice),
    contracts.filter((c) => c.slice !== slice),
  ];
  const contract = parseDocument(FRAGMENTS, own[0]?.fragments ?? "");
  const others = foreign.map((c) => parseDocument(`../${c.slice}/${FRAGMENTS}`, c.fragments));
  return documentSet(files, contract, others);
}

/** Slice name to subgraph SDL. */
export function schemasOf(contracts: Contract[]): Record<string, string> {
  const withSchema = contracts.filter((contract) => contract.schema !== "");
  return Object.fromEntries(withSchema.map(({ slice, schema }) => [slice, schema]));
}

function operationsOf(slice: string, set: DocumentSet): Operation[] {
  return set.own.flatMap(({ path, definitions }) =>
    definitions.flatMap((definition) => {
      if (definition.kind !== Kind.OPERATION_DEFINITION || !definition.name) return [];
      const text = canonicalText(print(ownDocument(set, definition)));
      const line = definition.loc?.startToken.line ?? 1;
      const name = definition.name.value;
      return [{ id: operationId(slice, text), name, kind: definition.operation, text, file: path, line }];
    }),
  );
}

function fragmentsOf(set: DocumentSet): ExposedFragment[] {
  return set.own.flatMap(({ path, definitions }) =>
    definitions.flatMap((definition) => {
      if (path !== FRAGMENTS || definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
      const text = canonicalText(print(definition));
      return [{ name: definition.name.value, text, file: path, line: definition.loc?.startToken.line ?? 1 }];
    }),
  );
}

/** Leaves an unchanged file alone, so that watchers and build caches see no change. */
async function writeIfChanged(path: string, text: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before !== text) await writeFile(path, text);
}
