import { defineErrors } from "@sliceway/errors";

/** What a build tells and does not refuse. */
export const warnings = defineErrors({
  LINK_SLICE_UNKNOWN: {
    title: "A page links to a slice that the project does not have",
    fix: "Name one of {known}. If the slice is another repository's, the link works once that slice is live.",
  },
  NAME_UNREADABLE: {
    title: "A link or a slot is named while the page runs",
    fix: "Write the name out in that place; where there are several, as a choice between texts that stand there.",
  },
});
