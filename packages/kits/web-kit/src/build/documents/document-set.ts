import { type DocumentNode, type FragmentDefinitionNode, Kind, visit } from "graphql";
import { BuildError } from "../build-error.ts";
import { errors } from "../errors.ts";
import type { Definition, DocumentFile } from "./read-documents.ts";

/** All definitions one slice's documents can reach. */
export interface DocumentSet {
  /** The slice's own files; `contract/fragments.graphql` among them. */
  own: DocumentFile[];
  /** Own fragments that stay inside the slice: they travel in the text of what spreads them. */
  inner: Map<string, FragmentDefinitionNode>;
  /** Exposed fragments of all slices, the own ones too: they are linked by name, per vector. */
  exposed: Map<string, FragmentDefinitionNode>;
}

/** @throws BuildError FRAGMENT_TWICE if two files define the same name. */
export function documentSet(files: DocumentFile[], own: DocumentFile, foreign: DocumentFile[]): DocumentSet {
  const inner = fragmentsOf(files);
  const exposed = fragmentsOf([own, ...foreign]);
  for (const name of inner.keys()) if (exposed.has(name)) refuseTwice(name);
  return { own: [...files, own], inner, exposed };
}

/** The definition followed by the inner fragments that it spreads, directly or not. */
export function ownDocument(set: DocumentSet, definition: Definition): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [definition, ...reachable(definition, set.inner)] };
}

/** The definition with everything it spreads, foreign fragments too: what can be validated. */
export function joinedDocument(set: DocumentSet, definition: Definition): DocumentNode {
  const all = new Map([...set.inner, ...set.exposed]);
  return { kind: Kind.DOCUMENT, definitions: [definition, ...reachable(definition, all)] };
}

/** Names of the fragments that the definition itself spreads. */
export function spreadsOf(definition: Definition): Set<string> {
  const names = new Set<string>();
  visit(definition, {
    enter(node) {
      if (node.kind === Kind.FRAGMENT_SPREAD) names.add(node.name.value);
    },
  });
  return names;
}

function reachable(start: Definition, fragments: Map<string, FragmentDefinitionNode>) {
  const found = new Map<string, FragmentDefinitionNode>();
  const waiting = [...spreadsOf(start)];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const fragment = fragments.get(name);
    if (!fragment || fragment === start || found.has(name)) continue;
    found.set(name, fragment);
    waiting.push(...spreadsOf(fragment));
  }
  return [...found.values()].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
}

function fragmentsOf(files: DocumentFile[]): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of files.flatMap((file) => file.definitions)) {
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    if (fragments.has(definition.name.value)) refuseTwice(definition.name.value);
    fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function refuseTwice(name: string): never {
  throw new BuildError(errors.FRAGMENT_TWICE(`the fragment ${name} is defined twice`));
}
