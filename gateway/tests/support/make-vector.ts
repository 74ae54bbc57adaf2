import { createHash } from "node:crypto";
import { composeServices } from "@apollo/composition";
import {
  type LinkedOperation,
  operationId,
  type SliceManifest,
  sliceManifestSchema,
  type Vector,
  type VectorSlice,
  vectorId,
} from "@sliceway/protocol";
import { parse } from "graphql";

/** What a test says of one slice's release; everything else is made to fit. */
export interface SliceSketch {
  release: string;
  /** The session of somebody who works on it. */
  dev?: string;
  schema?: string;
  /** Name to text; texts may spread no foreign fragments: nothing is linked here. */
  operations?: Record<string, string>;
  role?: "slice" | "shell";
  manifest?: Partial<SliceManifest>;
  web?: VectorSlice["web"];
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** Slices in few words to a vector, composed as the registry composes. */
export function makeVector(slices: Record<string, SliceSketch>): Vector {
  const supergraph = compose(slices);
  const releases = Object.fromEntries(Object.entries(slices).map(([slice, { release }]) => [slice, release]));
  return {
    id: vectorId(releases),
    releases,
    schemaHash: createHash("sha256").update(supergraph).digest("hex"),
    supergraph,
    operations: Object.entries(slices).flatMap(([slice, sketch]) => operationsOf(slice, sketch)),
    fragments: [],
    slices: Object.entries(slices).map(([slice, sketch]) => describe(slice, sketch)),
    createdAt: new Date(0).toISOString(),
  };
}

export function federated(schema: string): string {
  return `${FEDERATION}\n${schema}`;
}

function compose(slices: Record<string, SliceSketch>): string {
  const services = Object.entries(slices).flatMap(([name, { schema }]) =>
    schema ? [{ name, url: `http://${name}.invalid`, typeDefs: parse(federated(schema)) }] : [],
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

function operationsOf(slice: string, { operations = {} }: SliceSketch): LinkedOperation[] {
  return Object.entries(operations).map(([name, text]) => {
    const [first] = parse(text).definitions;
    if (first?.kind !== "OperationDefinition") throw new Error(`${name} is no operation`);
    return { id: operationId(slice, text), slice, name, kind: first.operation, text };
  });
}

function describe(slice: string, { release, role = "slice", manifest, web }: SliceSketch): VectorSlice {
  const title = { en: slice };
  const parsed = sliceManifestSchema.parse({ name: slice, role, owner: `team-${slice}`, title, ...manifest });
  return { slice, release, role, manifest: parsed, ...(web && { web }) };
}
