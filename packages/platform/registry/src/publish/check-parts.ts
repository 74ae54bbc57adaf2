import { operationId, type Problem, type Release } from "@sliceway/protocol";
import { GraphQLError } from "graphql";
import { problemAt } from "../problem-at.ts";
import type { Blame } from "./blame.ts";
import { checkEvents } from "./check-events.ts";
import { checkMigrations } from "./check-migrations.ts";
import { checkNames } from "./check-names.ts";
import { checkWeb } from "./check-web.ts";

/** Finds what a release says against itself: ids, and references to what it does not have. */
export function checkParts(release: Release): Problem[] {
  const found = [
    ...checkIdentity(release),
    ...release.operations.flatMap((operation) => checkOperation(release, operation)),
    ...checkMigrations(release),
    ...checkEvents(release),
    ...checkNames(release),
    ...checkWeb(release),
  ];
  return found.map(({ file, line, ...blame }) =>
    problemAt({ slice: release.slice, release: release.id, file, line: line ?? null }, blame),
  );
}

function checkIdentity({ slice, role, manifest, schema }: Release): Blame[] {
  const file = "slice.json";
  const wrong: Blame[] = [];
  if (manifest.name !== slice || manifest.role !== role)
    wrong.push({
      code: "MANIFEST_DIFFERS",
      file,
      message: `The release is ${slice} (${role}), its slice.json says ${manifest.name} (${manifest.role}).`,
      fix: "Build the release from that slice.json.",
    });
  if ((schema !== undefined) !== (manifest.server !== undefined))
    wrong.push({
      code: "SCHEMA_WITHOUT_SERVER",
      file,
      message: "A slice has a schema exactly if it has a server.",
      fix: "Add contract/schema.graphql, or take the server out of slice.json.",
    });
  return wrong;
}

function checkOperation(
  { slice }: Release,
  { id, name, text, file, line }: Release["operations"][number],
): Blame[] {
  if (id === expectedId(slice, text)) return [];
  return [
    {
      code: "OPERATION_ID_WRONG",
      file,
      line,
      operation: name,
      message: `The operation ${name} has an id that does not follow from its text.`,
      fix: "Generate the slice's documents again and build.",
    },
  ];
}

/** Null for a text that is no GraphQL: then no id is right. */
function expectedId(slice: string, text: string): string | null {
  try {
    return operationId(slice, text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
