import { defineErrors } from "@sliceway/errors";

/** What can keep the web part of a slice, or the shell, from being built. */
export const errors = defineErrors({
  BUILD_FAILED: {
    title: "A web part does not compile",
    fix: "Correct what the lines above name.",
  },
  CONTRACTS_DO_NOT_COMPOSE: {
    title: "The contracts of the slices make no graph together",
    fix: "Change contract/schema.graphql of the slice that is named.",
  },
  DOCUMENT_INVALID: {
    title: "A document asks for what the contracts do not have",
    fix: "Correct the documents, or the contracts they rely on.",
  },
  DOCUMENT_MALFORMED: {
    title: "A document is not GraphQL",
    fix: "Correct the document.",
  },
  DOCUMENT_UNNAMED: {
    title: "A document holds something without a name",
    fix: "Give the operation a name, or move schema definitions to contract/schema.graphql.",
  },
  FRAGMENT_TWICE: {
    title: "Two fragments have one name",
    fix: "Rename one of the two.",
  },
  MODULE_MISSING: {
    title: "slice.json names a module that is not there",
    fix: "Write the file, or correct the module's name in slice.json.",
  },
});
