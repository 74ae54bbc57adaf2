import { createHash } from "node:crypto";
import { type Problem, type Release, type Vector, type VectorSlice, vectorId } from "@sliceway/protocol";
import { distinctProblems } from "../problem-at.ts";
import { createFragmentTable, type FragmentTable } from "./fragment-table.ts";
import { linkOperation } from "./link-operation.ts";
import { composeSupergraph, type Supergraph } from "./supergraph.ts";
import { validateFragments } from "./validate-fragments.ts";
import { validateManifests } from "./validate-manifests.ts";

export type BuiltVector = { ok: true; vector: Vector } | { ok: false; problems: Problem[] };

/**
 * Makes a vector of one release per slice: composes the schemas, links and validates every operation, and checks
 * what the slices say against each other. Gives all problems at once, each naming slice, release, file and line.
 */
export function buildVector(
  releases: readonly Release[],
  createdAt: Date,
  compose: typeof composeSupergraph = composeSupergraph,
): BuiltVector {
  const sorted = releases.toSorted((a, b) => (a.slice < b.slice ? -1 : 1));
  const { table, problems } = createFragmentTable(sorted);
  problems.push(...validateManifests(sorted));
  const composed = compose(sorted);
  if (!composed.ok) return { ok: false, problems: [...problems, ...composed.problems] };
  const { operations, problems: unlinked } = linkAll(sorted, table, composed.supergraph);
  problems.push(...validateFragments(composed.supergraph.schema, table), ...unlinked);
  if (problems.length > 0) return { ok: false, problems: distinctProblems(problems) };
  const parts = { supergraph: composed.supergraph.sdl, operations, fragments: listFragments(table) };
  return {
    ok: true,
    vector: { ...describe(sorted, createdAt), ...parts, schemaHash: sha256(parts.supergraph) },
  };
}

function linkAll(releases: readonly Release[], table: FragmentTable, { schema }: Supergraph) {
  const results = releases.flatMap((release) =>
    release.operations.map((operation) => linkOperation(release, operation, table, schema)),
  );
  const operations = results.flatMap((result) => (result.ok ? [result.linked] : []));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  return { operations, problems };
}

function describe(releases: readonly Release[], createdAt: Date) {
  const ids = Object.fromEntries(releases.map((release) => [release.slice, release.id]));
  return {
    id: vectorId(ids),
    releases: ids,
    slices: releases.map(describeSlice),
    createdAt: createdAt.toISOString(),
  };
}

function describeSlice({ slice, id, role, dev, manifest, web, files }: Release): VectorSlice {
  const description: VectorSlice = { slice, release: id, role, ...(dev && { dev }), manifest };
  if (!web) return description;
  const integrity = files.flatMap((file) =>
    file.integrity && file.path.startsWith("web/") ? [[file.path.slice("web/".length), file.integrity]] : [],
  );
  return { ...description, web: { ...web, integrity: Object.fromEntries(integrity) } };
}

function listFragments(table: FragmentTable): Vector["fragments"] {
  const entries = [...table.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.map(({ slice, name, text }) => ({ slice, name, text }));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
