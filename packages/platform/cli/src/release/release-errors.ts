import { defineErrors } from "@sliceway/errors";

/** What keeps a slice from being built. */
export const errors = defineErrors({
  SCHEMA_MISSING: {
    title: "A slice with a server has no schema",
    fix: 'Write the subgraph\'s schema there, or take "server" out of slice.json.',
  },
  SERVER_BUILD_FAILED: {
    title: "The server of a slice cannot be built",
    fix: "Correct what the lines above name.",
  },
  SLICE_MISNAMED: {
    title: "slice.json and its folder have different names",
    fix: "Give both the same name.",
  },
});
