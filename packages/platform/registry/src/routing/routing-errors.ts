import { defineErrors } from "@sliceway/errors";

/** Why routing is not changed. */
export const routingErrors = defineErrors({
  BELOW_ROLLBACK_FLOOR: {
    title: "A release relies on what a later migration has taken away",
    fix: "There is no way back below that migration. Build the old code again on top of it, and deploy that.",
  },
  NO_ROLLBACK: {
    title: "There is no earlier release to go back to",
    fix: "Deploy the release you want to go back to.",
  },
  PREVIEW_UNKNOWN: {
    title: "There is no such preview",
    fix: "Open it: sliceway deploy <slice> --preview {name}.",
  },
  RELEASE_LIVE: {
    title: "A release that is live cannot be revoked",
    fix: "Roll it back or deploy another release of the slice first.",
  },
  RELEASE_REVOKED: {
    title: "The release was revoked",
    fix: "Build and deploy a release that has its fault mended.",
  },
  ROUTING_MOVED: {
    title: "Somebody else has changed the routing meanwhile",
    fix: "Look at what is live now and try again from there.",
  },
  VECTOR_INVALID: { title: "Releases do not fit together", fix: "See the problems." },
  VECTOR_UNKNOWN: { title: "There is no such vector", fix: "Make it from its releases first." },
});
