import { defineErrors } from "@sliceway/errors";

/** What a slice's server refuses to do. */
export const errors = defineErrors({
  NO_SEED: {
    title: "A slice has no demo data",
    fix: 'Take "seed" out of the "server" part of its slice.json, or give its definition a seed.',
  },
});
