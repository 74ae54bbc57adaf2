import { z } from "zod";
import { fieldPathSchema } from "./events/consumed-fields.ts";
import { eventTypeSchema } from "./events/event-type.ts";

const sliceName = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}$/, "a slice name is 2 to 31 of a-z, 0-9 and -, beginning with a letter");
const modulePath = z.string().regex(/^\.\/[\w./-]+$/, 'a module is written like "./pages/PostPage"');
const localText = z.record(z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/), z.string().min(1));

const route = z.strictObject({
  /** By which others link to it: `logIn` of the slice `login` is `login.logIn`. A route without one is linked to by nobody. */
  name: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/, 'a route\'s name is written like "logIn"')
    .optional(),
  /** react-router path; `:name` is a parameter. */
  path: z.string().startsWith("/"),
  module: modulePath,
  title: localText,
  /** Name of the operation that the gateway runs while the scripts load. */
  operation: z.string().optional(),
  /** Variable to source: `:param` of the path, `?param` of the search, anything else is literal. */
  variables: z.record(z.string(), z.string()).default({}),
});

const navigationItem = z.strictObject({
  label: localText,
  /** A path; `:viewer` stands for the viewer's handle. */
  path: z.string().startsWith("/"),
  icon: z.string(),
  order: z.number(),
  for: z.enum(["everyone", "member", "visitor"]).default("everyone"),
});

const slot = z.strictObject({
  module: modulePath,
  /** The exposed fragment whose reference the slot takes. */
  fragment: z.string().optional(),
});

/** `slice.json`: what a team says of its slice. */
export const sliceManifestSchema = z.strictObject({
  $schema: z.string().optional(),
  name: sliceName,
  role: z.enum(["slice", "shell"]).default("slice"),
  owner: z.string().min(1),
  title: localText,
  /** What it is for, in a sentence. Search engines show it below its pages; the shell's, where a slice has none. */
  description: localText.optional(),
  /** Platform duties this slice takes: `identity` opens and closes sessions. */
  provides: z.array(z.enum(["identity"])).default([]),
  server: z
    .strictObject({
      /** Command that serves; run in the release's `server/` folder. */
      start: z.array(z.string()).min(1),
      /** Command that loads this slice's part of the demo network. */
      seed: z.array(z.string()).min(1).optional(),
    })
    .optional(),
  database: z
    .strictObject({
      /** Tables (`draft`) and columns (`post.old_text`) that the server's code does not use any more. */
      unused: z.array(z.string().regex(/^[\w.]+$/, 'a column is written like "post.old_text"')).default([]),
    })
    .optional(),
  web: z
    .strictObject({
      routes: z.array(route).refine(haveOwnNames, "two routes have one name").default([]),
      navigation: z.array(navigationItem).default([]),
      slots: z.record(z.string(), slot).default({}),
    })
    .optional(),
  events: z
    .strictObject({
      /** Event type to what of it this slice reads: fields as `postId`, `author.name`, `lines[].price`. */
      consumes: z.record(eventTypeSchema, z.strictObject({ reads: z.array(fieldPathSchema) })).default({}),
    })
    .default({ consumes: {} }),
});

function haveOwnNames(routes: { name?: string | undefined }[]): boolean {
  const names = routes.flatMap(({ name }) => name ?? []);
  return new Set(names).size === names.length;
}

/** A parsed `slice.json`. */
export type SliceManifest = z.infer<typeof sliceManifestSchema>;
export type Route = z.infer<typeof route>;
export type NavigationItem = z.infer<typeof navigationItem>;
export type LocalText = z.infer<typeof localText>;
