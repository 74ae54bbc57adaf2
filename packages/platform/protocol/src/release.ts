import { z } from "zod";
import { eventSchemasSchema } from "./events/event-schema.ts";
import { sliceManifestSchema } from "./slice-manifest.ts";

/** 12 hex digits of the sha256 over all parts of the release. */
export const releaseIdSchema = z.string().regex(/^[0-9a-f]{12}$/);

/** A GraphQL document that the slice's remote ships. `text` holds the slice's own definitions only. */
export const operationSchema = z.strictObject({
  /** `x-<slice>:<sha256 hex of the canonical own text>` */
  id: z.string(),
  name: z.string(),
  kind: z.enum(["query", "mutation", "subscription"]),
  text: z.string(),
  /** Path in the slice's folder and 1-based line, for refusals that name the place. */
  file: z.string(),
  line: z.number().int(),
});

/** A fragment that other slices' operations may spread. */
export const exposedFragmentSchema = z.strictObject({
  name: z.string(),
  text: z.string(),
  file: z.string(),
  line: z.number().int(),
});

/** One file of a release; `path` is relative to the release's folder (`web/...`, `server/...`). */
export const releaseFileSchema = z.strictObject({
  path: z.string().regex(/^(web|server)\/(?!.*\.\.)[\w./@-]+$/),
  /** Bytes as published. */
  bytes: z.number().int().nonnegative(),
  /** sha256, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `sha384-<base64>` for subresource integrity; web files only. */
  integrity: z.string().optional(),
  /** Bytes of the `.br` twin that lies beside it; absent if it has none. */
  brotliBytes: z.number().int().optional(),
});

/** Files an exposed module needs at once, relative to `web/`. */
const exposedModule = z.strictObject({ js: z.array(z.string()), css: z.array(z.string()) });

/** One step of the database's schema. */
export const releaseMigrationSchema = z.strictObject({
  /** `<set>/<file>.sql`. Those of the set `contract` wait until no running release needs what they take away. */
  name: z.string(),
  /** sha256 of the file, hex. */
  sha256: z.string(),
  /** The file's text, which the checks read. */
  sql: z.string().default(""),
});

/** A slot as code names it: `<Slot name="post.card" ...>`, with the path in the slice's folder and the 1-based line. */
const namedSlotSchema = z.strictObject({ name: z.string(), file: z.string(), line: z.number().int() });

/**
 * A link as code writes it: `<PageLink to="posts.post" params={{ id }}>`, with the path in the slice's folder and the
 * 1-based line.
 */
const namedLinkSchema = z.strictObject({
  /** `<slice>.<name of its route>` */
  route: z.string(),
  /** Names of the parameters that the link gives, sorted. Absent where the code does not list them in that place. */
  params: z.array(z.string()).optional(),
  file: z.string(),
  line: z.number().int(),
});

export const releaseSchema = z.strictObject({
  format: z.literal(1),
  slice: z.string(),
  id: releaseIdSchema,
  role: z.enum(["slice", "shell"]),
  /**
   * The session (12 hex digits) of somebody who works on the slice. The files of the remote are none of the release's
   * then: they change with every save, and are served below `/s/<slice>/<dev>/`. Seen in the session's preview only.
   */
  dev: releaseIdSchema.optional(),
  manifest: sliceManifestSchema,
  /** Subgraph SDL as published; absent where the slice has no server. */
  schema: z.string().optional(),
  operations: z.array(operationSchema),
  fragments: z.array(exposedFragmentSchema),
  /** Share key (`react`, `@sliceway/ui` ...) to export names. The shell provides, remotes use. */
  shared: z.strictObject({
    provides: z.record(z.string(), z.array(z.string())),
    uses: z.record(z.string(), z.array(z.string())),
  }),
  /** Absent where the slice neither publishes nor reads events. */
  events: z
    .strictObject({
      /** What it publishes: every happening in every version that is in here. */
      publishes: eventSchemasSchema,
      /** What it reads of others' events: of their schemas the fields that slice.json names. */
      consumes: eventSchemasSchema,
    })
    .optional(),
  /** SQL migrations in the order they run, lying in `server/migrations/`. */
  migrations: z.array(releaseMigrationSchema),
  /** Tables of the slice's own database to the columns that the server's code uses. Absent: all that there is. */
  database: z.strictObject({ tables: z.record(z.string(), z.array(z.string())) }).optional(),
  /** Slots that the web part's code names, whoever fills them, and where it does. Absent: none. */
  slots: z.array(namedSlotSchema).optional(),
  /** Routes that the web part's code links to, its own ones too, and where it does. Absent: none. */
  links: z.array(namedLinkSchema).optional(),
  web: z
    .strictObject({
      /** Container, library and unique name: a JS identifier such as `posts__3f9c2a1b04de`. */
      container: z.string(),
      /** Entry script, relative to `web/`: `remoteEntry.js`, or the shell's `main.js`. */
      entry: z.string(),
      /** Styles that belong to the entry itself (the shell's), relative to `web/`. */
      styles: z.array(z.string()),
      /** Exposed module (`./pages/PostPage`) to its files. */
      exposes: z.record(z.string(), exposedModule),
    })
    .optional(),
  files: z.array(releaseFileSchema),
});

/** `release.json`: an immutable, content-addressed build of a slice. Written last. */
export type Release = z.infer<typeof releaseSchema>;
export type ReleaseFile = z.infer<typeof releaseFileSchema>;
export type ReleaseMigration = z.infer<typeof releaseMigrationSchema>;
export type NamedSlot = z.infer<typeof namedSlotSchema>;
export type NamedLink = z.infer<typeof namedLinkSchema>;
export type Operation = z.infer<typeof operationSchema>;
export type ExposedFragment = z.infer<typeof exposedFragmentSchema>;

/** `posts@3f9c2a1b04de` */
export type ReleaseRef = `${string}@${string}`;

export function releaseRef(release: { slice: string; id: string }): ReleaseRef {
  return `${release.slice}@${release.id}`;
}

/** Splits `posts@3f9c2a1b04de`; throws a TypeError on anything else. */
export function parseReleaseRef(ref: string): { slice: string; id: string } {
  const match = /^([a-z][a-z0-9-]*)@([0-9a-f]{12})$/.exec(ref);
  if (!match?.[1] || !match[2])
    throw new TypeError(`"${ref}" is not a release; write it like posts@3f9c2a1b04de`);
  return { slice: match[1], id: match[2] };
}
