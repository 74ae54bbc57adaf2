import { defineErrors } from "@sliceway/errors";

export const errors = defineErrors({
  OPTION_INVALID: { title: "An option of a trial or benchmark is wrong", fix: "{usage} says what there is." },
  OPERATION_MISSING: {
    title: "A vector lacks an operation that the load sends",
    fix: "Choose a vector that has the pages of the social network.",
  },
});
