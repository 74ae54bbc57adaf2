import { defineErrors } from "@sliceway/errors";

/** Why a release is not taken, or not found. */
export const publishErrors = defineErrors({
  FILE_TOO_LARGE: {
    title: "A file of a release is too large",
    fix: "Leave it out of the release, or split it.",
  },
  RELEASE_COMMITTED: {
    title: "The release is published; its files do not change any more",
    fix: "There is nothing left to upload: deploy it.",
  },
  RELEASE_DIFFERS: {
    title: "The release is published with another content",
    fix: "Build the release again: another content has another id.",
  },
  RELEASE_INVALID: { title: "The release cannot be published", fix: "See the problems." },
  RELEASE_UNKNOWN: {
    title: "The release is not published",
    fix: "Publish it first, or correct the name.",
  },
});
