import { defineErrors } from "@sliceway/errors";

/** What can be wrong with a release by itself. */
export const releaseErrors = defineErrors({
  CONTAINER_WRONG: {
    title: "The web part's container does not carry the release's id",
    fix: "Name it like posts__{id}.",
  },
  EVENTS_WRONG: {
    title: "A release's events are not what its slice.json says",
    fix: "Build the release again from its slice.json and contract/events/.",
  },
  FILE_UNCHECKED: {
    title: "A page would load a file whose content it cannot check",
    fix: "Let the names of scripts end in .js and those of styles in .css.",
  },
  FILE_UNKNOWN: {
    title: "The web part needs a file that the release does not have",
    fix: "Build the release again.",
  },
  FILE_WRONG: {
    title: "An uploaded file is not what the release says of it",
    fix: "Build the release again and publish what was built, unchanged.",
  },
  ID_WRONG: {
    title: "A release's id does not follow from its content",
    fix: "Build the release again and publish what was built, unchanged.",
  },
  MANIFEST_DIFFERS: {
    title: "The release and its slice.json have different names or roles",
    fix: "Build the release from that slice.json.",
  },
  NAME_UNKNOWN: {
    title: "slice.json names what the release does not have",
    fix: "Correct the name, or add what it names.",
  },
  OPERATION_ID_WRONG: {
    title: "An operation's id does not follow from its text",
    fix: "Generate the slice's documents again and build.",
  },
  SCHEMA_WITHOUT_SERVER: {
    title: "A slice has a schema and no server, or a server and no schema",
    fix: "Add contract/schema.graphql, or take the server out of slice.json.",
  },
});
