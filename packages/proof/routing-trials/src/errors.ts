import { defineErrors } from "@sliceway/errors";

/** What the trials say no with. */
export const errors = defineErrors({
  OPTION_INVALID: {
    title: "An option is none, or has a value that it cannot have.",
    fix: "npm run test:routing -- --help says what there is.",
  },
});
