import { defineErrors } from "@sliceway/errors";

/** What the gateway says when it cannot start, or cannot answer: `extensions.code` of GraphQL errors. */
export const errors = defineErrors({
  BAD_REQUEST: {
    title: "A request is not GraphQL over HTTP",
    fix: "Send JSON by POST, or a query by GET; mutations by POST only.",
  },
  CROSS_SITE: {
    title: "Another site's page sent a request",
    fix: "Name the site's origin in ALLOWED_ORIGINS if it may.",
  },
  DOCUMENT_NOT_FOUND: {
    title: "The vector has no such operation",
    fix: "Send the id of an operation that a release of the request's vector has registered.",
  },
  DOCUMENT_REQUIRED: {
    title: "The text of a query is for developers only",
    fix: "Send the id of a registered operation, or log in with a developer grant.",
  },
  INSECURE_TRANSPORT: {
    title: "Nobody logs in over plain HTTP of a network",
    fix: "Serve the gateway by HTTPS and set PUBLIC_ORIGIN to what browsers see.",
  },
  NOTHING_LIVE: {
    title: "Nothing is live yet",
    fix: "Deploy the slices: sliceway deploy --all. Right after a start, wait until /readyz is ok.",
  },
  PREVIEW_REFUSED: {
    title: "A preview is not for everybody",
    fix: "Ask for a new link: sliceway preview <name>.",
  },
  QUERY_TOO_LARGE: {
    title: "A query is too large",
    fix: "Ask for fewer levels and shorter lists, in several queries.",
  },
  SLICE_UNAVAILABLE: {
    title: "A slice gave no answer",
    fix: "See sliceway status and the slice's log; `extensions.reason` says what happened.",
  },
  STATE_DIR_UNWRITABLE: {
    title: "The gateway cannot write its state",
    fix: "Set STATE_DIR to a directory that the user who runs the gateway may write to.",
  },
  VECTOR_MOVED: {
    title: "The page's releases are served no more",
    fix: "Load the page anew; `extensions.vector` is the live vector.",
  },
  VECTOR_NOT_READY: {
    title: "A vector cannot be made ready now",
    fix: "Send the request again; `extensions.reason` and the gateway's log say what keeps it.",
  },
  VECTOR_UNKNOWN: {
    title: "There is no such vector",
    fix: "Take the live vector, `extensions.live`.",
  },
});
