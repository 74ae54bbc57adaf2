import type { EventSchema } from "@sliceway/protocol";

/** The schema of each event in `Events`, which maps types to their data. */
export type SchemasOf<Events> = { readonly [Type in keyof Events]: EventSchema };
