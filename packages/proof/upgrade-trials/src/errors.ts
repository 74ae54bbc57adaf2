import { defineErrors } from "@sliceway/errors";

/** What can keep a trial from beginning. */
export const errors = defineErrors({
  OLD_CODE_MISSING: {
    title: "The code to come from is not in this clone",
    fix: "Fetch the whole history: git fetch --unshallow origin, or git fetch origin {commit}.",
  },
  OLD_CODE_NOT_INSTALLED: {
    title: "The code to come from cannot be installed",
    fix: "It is installed once, from npm's registry or its cache, and kept: try again with a connection to it.",
  },
});
