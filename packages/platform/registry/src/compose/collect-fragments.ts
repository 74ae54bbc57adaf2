import type { Problem } from "@sliceway/protocol";
import { type DocumentNode, Kind } from "graphql";
import type { FragmentTable } from "./fragment-table.ts";
import type { OperationBlame } from "./operation-blame.ts";
import type { ReadableFragment } from "./read-fragment.ts";
import { spreadsOf } from "./spreads-of.ts";

/** Finds the exposed fragments that a document spreads and does not bring itself, directly or through others. */
export function collectFragments(
  own: DocumentNode,
  slice: string,
  table: FragmentTable,
  blame: OperationBlame,
) {
  const ownNames = ownFragments(own);
  const problems = findOverlaps(ownNames, slice, table, blame);
  const found = new Map<string, ReadableFragment>();
  const waiting = [...spreadsOf(own)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (ownNames.has(name) || found.has(name)) continue;
    const fragment = table.get(name);
    if (!fragment) problems.push(blame.missing(name));
    else {
      found.set(name, fragment);
      waiting.push(...fragment.needs);
    }
  }
  return { fragments: sortByName([...found.values()]), problems };
}

function ownFragments(own: DocumentNode): Set<string> {
  return new Set(
    own.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [node.name.value] : [])),
  );
}

/** A fragment of one's own with another slice's name: the page could not tell which is meant. */
function findOverlaps(
  names: Set<string>,
  slice: string,
  table: FragmentTable,
  blame: OperationBlame,
): Problem[] {
  return [...names].flatMap((name) => {
    const exposed = table.get(name);
    return exposed && exposed.slice !== slice ? [blame.overlap(exposed)] : [];
  });
}

/** So that one vector always gives one text. */
function sortByName(fragments: ReadableFragment[]): ReadableFragment[] {
  return fragments.sort((a, b) => (a.name < b.name ? -1 : 1));
}
