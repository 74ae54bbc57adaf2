import { defineErrors } from "@sliceway/errors";

/** What can be wrong between a slice's migrations, slice.json and what is made from both. */
export const errors = defineErrors({
  CONTRACTION_REQUIRED: {
    title: "A deferred migration drops a column that every new row must have until then",
    fix: "Give it a default that older releases can read, in a migration before: {statement}",
  },
  SCHEMA_STALE: {
    title: "schema.sql was not made from the migrations as they are now",
    fix: "Run `npx sliceway generate-db {slice}` and commit what it writes.",
  },
  UNUSED_REQUIRED: {
    title: "A column is called unused that every new row must have",
    fix: "Give it a default that older releases can read: {statement}",
  },
  UNUSED_UNKNOWN: {
    title: "A table or column is called unused that does not exist",
    fix: 'Correct the name, or take it out of "unused" if it has been dropped.',
  },
});
