import { createHash } from "node:crypto";
import {
  computeReleaseId,
  type EventSchemas,
  RELEASE_TOKEN,
  type Release,
  type ReleaseParts,
  replaceToken,
  type SliceManifest,
  sliceManifestSchema,
} from "@sliceway/protocol";
import { makeFragment, makeOperation } from "./make-documents.ts";

/** What a test says of a release; everything else is made to fit. */
export interface ReleaseSketch {
  role?: "slice" | "shell";
  /** The session of somebody who works on it. */
  dev?: string;
  /** Without the federation header. A slice with a schema has a server. */
  schema?: string;
  /** Operation texts. They stand in `web/src/<Name>.graphql`, one in each. */
  operations?: string[];
  /** Exposed fragments. All stand in `contract/fragments.graphql`, on the lines 1, 11, 21 ... */
  fragments?: string[];
  provides?: Record<string, string[]>;
  uses?: Record<string, string[]>;
  manifest?: Partial<SliceManifest>;
  migrations?: Record<string, string>;
  /** Tables to the columns that the server uses; it may use everything where this is left out. */
  database?: Record<string, string[]>;
  /** Schemas of events that it tells. */
  publishes?: EventSchemas;
  /** Schemas of what it reads of others' events; its slice.json says so too. */
  consumes?: EventSchemas;
  /** Slots that the web part names, in `web/src/Page.tsx:7`. */
  slots?: string[];
  /** Routes that the web part links to, in `web/src/Page.tsx:9`. */
  links?: { route: string; params?: string[] }[];
  /** Path to text; may hold RELEASE_TOKEN. With `web/remoteEntry.js` the release has a web part. */
  files?: Record<string, string>;
}

/** A release as a build leaves it. */
export interface Build {
  release: Release;
  /** Path to bytes, as they are published. */
  files: Map<string, Buffer>;
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])`;

/** A release of few words; its id follows from its parts, as everywhere. */
export async function makeBuild(slice: string, sketch: ReleaseSketch = {}): Promise<Build> {
  const texts = new Map(Object.entries(allFiles(sketch)));
  const parts = makeParts(slice, sketch, [...texts.keys()]);
  const id = await computeReleaseId(parts, async (path) => Buffer.from(texts.get(path) ?? ""));
  const files = new Map([...texts].map(([path, text]) => [path, replaceToken(path, Buffer.from(text), id)]));
  const finished: Omit<Release, "id" | "files"> = JSON.parse(
    JSON.stringify(parts).replaceAll(RELEASE_TOKEN, id),
  );
  return {
    release: { ...finished, id, files: [...files].map(([path, bytes]) => describe(path, bytes)) },
    files,
  };
}

export async function makeRelease(slice: string, sketch: ReleaseSketch = {}): Promise<Release> {
  return (await makeBuild(slice, sketch)).release;
}

function makeParts(slice: string, sketch: ReleaseSketch, paths: string[]): ReleaseParts {
  const web = { container: `${slice}__${RELEASE_TOKEN}`, entry: "remoteEntry.js", styles: [] };
  const modules = Object.values(sketch.manifest?.web?.slots ?? {}).map(({ module }) => module);
  const exposes = Object.fromEntries(modules.map((module) => [module, { js: [], css: [] }]));
  return {
    format: 1,
    slice,
    role: sketch.role ?? "slice",
    ...(sketch.dev !== undefined && { dev: sketch.dev }),
    manifest: makeManifest(slice, sketch),
    ...(sketch.schema !== undefined && { schema: `${FEDERATION}\n${sketch.schema}` }),
    operations: (sketch.operations ?? []).map((text) => makeOperation(slice, text)),
    fragments: (sketch.fragments ?? []).map(makeFragment),
    shared: { provides: sketch.provides ?? {}, uses: sketch.uses ?? {} },
    migrations: Object.entries(sketch.migrations ?? {}).map(([name, sql]) => ({
      name,
      sha256: sha256(Buffer.from(sql)),
      sql,
    })),
    ...((sketch.publishes || sketch.consumes) && {
      events: { publishes: sketch.publishes ?? {}, consumes: sketch.consumes ?? {} },
    }),
    ...(sketch.database && { database: { tables: sketch.database } }),
    ...(sketch.slots && {
      slots: sketch.slots.map((slot) => ({ name: slot, file: "web/src/Page.tsx", line: 7 })),
    }),
    ...(sketch.links && {
      links: sketch.links.map((link) => ({ ...link, file: "web/src/Page.tsx", line: 9 })),
    }),
    ...(paths.includes("web/remoteEntry.js") && { web: { ...web, exposes } }),
    files: paths.map((path) => ({ path })),
  };
}

function makeManifest(
  slice: string,
  { role, schema, consumes = {}, manifest }: ReleaseSketch,
): SliceManifest {
  const read = Object.entries(consumes).map(([type, { properties }]) => [
    type,
    { reads: Object.keys(properties ?? {}) },
  ]);
  return sliceManifestSchema.parse({
    name: slice,
    ...(role && { role }),
    owner: `team-${slice}`,
    title: { en: slice },
    ...(schema !== undefined && { server: { start: ["node", "server.mjs"] } }),
    events: { consumes: Object.fromEntries(read) },
    ...manifest,
  });
}

function allFiles({ files, migrations = {} }: ReleaseSketch): Record<string, string> {
  const sql = Object.entries(migrations).map(([name, text]) => [`server/migrations/${name}`, text] as const);
  return { ...files, ...Object.fromEntries(sql) };
}

function describe(path: string, bytes: Buffer): Release["files"][number] {
  const file = { path, bytes: bytes.length, sha256: sha256(bytes) };
  if (!path.startsWith("web/")) return file;
  return { ...file, integrity: `sha384-${createHash("sha384").update(bytes).digest("base64")}` };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
