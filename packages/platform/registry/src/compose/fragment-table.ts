import type { Problem, Release } from "@sliceway/protocol";
import { print } from "graphql";
import { problemAt } from "../problem-at.ts";
import { composeErrors } from "./compose-errors.ts";
import { type ReadableFragment, readFragment } from "./read-fragment.ts";

/** The exposed fragments of all releases of a vector, by name. */
export type FragmentTable = Map<string, ReadableFragment>;

/** Two slices may expose one name only with one text: a fragment on its way from one slice to another. */
export function createFragmentTable(releases: readonly Release[]) {
  const table: FragmentTable = new Map();
  const problems: Problem[] = [];
  for (const release of releases) {
    for (const exposed of release.fragments) {
      const read = readFragment(release, exposed);
      const problem = read.ok ? findConflict(read.fragment, table) : read.problem;
      if (problem) problems.push(problem);
      else if (read.ok && !table.has(exposed.name)) table.set(exposed.name, read.fragment);
    }
  }
  return { table, problems };
}

function findConflict(
  { definition, name, place, slice }: ReadableFragment,
  table: FragmentTable,
): Problem | null {
  const other = table.get(name);
  if (!other || print(other.definition) === print(definition)) return null;
  return problemAt(
    place,
    composeErrors.FRAGMENT_CONFLICT(
      `${slice} and ${other.slice} both expose a fragment ${name}, with different texts.`,
    ),
  );
}
