import { type GraphQLSchema, NoUnusedFragmentsRule, specifiedRules, validate } from "graphql";
import { BuildError } from "../build-error.ts";
import { errors } from "../errors.ts";
import { type DocumentSet, joinedDocument } from "./document-set.ts";

// Fragments stand alone in their files, and an operation is joined with all it needs.
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/** @throws BuildError DOCUMENT_INVALID naming file, line and reason of every mistake. */
export function checkDocuments(schema: GraphQLSchema, set: DocumentSet): void {
  const problems = new Set<string>();
  for (const definition of set.own.flatMap((file) => file.definitions)) {
    for (const error of validate(schema, joinedDocument(set, definition), rules)) {
      const at = error.nodes?.[0]?.loc;
      problems.add(`${at?.source.name}:${at?.startToken.line} ${error.message}`);
    }
  }
  if (problems.size > 0) {
    throw new BuildError(errors.DOCUMENT_INVALID([...problems].join("\n")));
  }
}
