import {
  computeReleaseId,
  type ExposedFragment,
  type Operation,
  operationId,
  type Release,
  type SliceManifest,
  sliceManifestSchema,
} from "@sliceway/manifest";
import { parse } from "graphql";

/** What a test says of a release; everything else is made to fit. */
export interface ReleaseSketch {
  role?: "slice" | "shell";
  schema?: string;
  /** Operation texts. They stand in `web/src/<Name>.graphql`, one in each. */
  operations?: string[];
  /** Exposed fragments. All stand in `contract/fragments.graphql`, on the lines 1, 11, 21 ... */
  fragments?: string[];
  provides?: Record<string, string[]>;
  uses?: Record<string, string[]>;
  manifest?: Partial<SliceManifest>;
  migrations?: Release["migrations"];
  /** Path to text. */
  files?: Record<string, string>;
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** A release of few words, without its web files; its id follows from its parts, as everywhere. */
export async function makeRelease(slice: string, sketch: ReleaseSketch = {}): Promise<Release> {
  const parts = {
    format: 1 as const,
    slice,
    role: sketch.role ?? "slice",
    manifest: makeManifest(slice, sketch),
    ...(sketch.schema !== undefined && { schema: `${FEDERATION}\n${sketch.schema}` }),
    operations: (sketch.operations ?? []).map((text) => makeOperation(slice, text)),
    fragments: (sketch.fragments ?? []).map(makeFragment),
    shared: { provides: sketch.provides ?? {}, uses: sketch.uses ?? {} },
    migrations: sketch.migrations ?? [],
    files: [],
  };
  return { ...parts, id: await computeReleaseId(parts, async () => Buffer.of()) };
}

export function makeManifest(slice: string, { role, schema, manifest }: ReleaseSketch): SliceManifest {
  const server = schema === undefined ? {} : { server: { start: ["node", "server.mjs"] } };
  return sliceManifestSchema.parse({
    name: slice,
    ...(role && { role }),
    owner: `team-${slice}`,
    title: { en: slice },
    ...server,
    ...manifest,
  });
}

export function makeOperation(slice: string, text: string): Operation {
  const [first] = parse(text).definitions;
  if (first?.kind !== "OperationDefinition" || !first.name) throw new Error("a test's operation has a name");
  const name = first.name.value;
  return {
    id: operationId(slice, text),
    name,
    kind: first.operation,
    text,
    file: `web/src/${name}.graphql`,
    line: 1,
  };
}

export function makeFragment(text: string, index: number): ExposedFragment {
  const name = /fragment (\w+)/.exec(text)?.[1] ?? "";
  return { name, text, file: "contract/fragments.graphql", line: 1 + 10 * index };
}
