import { operationId, type Problem, type Release } from "@sliceway/protocol";
import { GraphQLError } from "graphql";
import { problemAt } from "../problem-at.ts";
import type { Blame } from "./blame.ts";
import { releaseErrors } from "./release-errors.ts";
import { validateEvents } from "./validate-events.ts";
import { validateMigrations } from "./validate-migrations.ts";
import { validateNames } from "./validate-names.ts";
import { validateWeb } from "./validate-web.ts";

/** Finds what a release says against itself: ids, and references to what it does not have. */
export function validateParts(release: Release): Problem[] {
  const found = [
    ...validateIdentity(release),
    ...release.operations.flatMap((operation) => validateOperation(release, operation)),
    ...validateMigrations(release),
    ...validateEvents(release),
    ...validateNames(release),
    ...validateWeb(release),
  ];
  return found.map(({ file, line, ...blame }) =>
    problemAt({ slice: release.slice, release: release.id, file, line: line ?? null }, blame),
  );
}

function validateIdentity({ slice, role, manifest, schema }: Release): Blame[] {
  const file = "slice.json";
  const wrong: Blame[] = [];
  if (manifest.name !== slice || manifest.role !== role)
    wrong.push({
      ...releaseErrors.MANIFEST_DIFFERS(
        `The release is ${slice} (${role}), its slice.json says ${manifest.name} (${manifest.role}).`,
      ),
      file,
    });
  if ((schema !== undefined) !== (manifest.server !== undefined))
    wrong.push({
      ...releaseErrors.SCHEMA_WITHOUT_SERVER("A slice has a schema exactly if it has a server."),
      file,
    });
  return wrong;
}

function validateOperation(
  { slice }: Release,
  { id, name, text, file, line }: Release["operations"][number],
): Blame[] {
  if (id === expectedId(slice, text)) return [];
  return [
    {
      ...releaseErrors.OPERATION_ID_WRONG(
        `The operation ${name} has an id that does not follow from its text.`,
      ),
      file,
      line,
      operation: name,
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
