import { defineErrors } from "@sliceway/errors";

/** Why the registry gave no answer of its own. */
export const errors = defineErrors({
  REGISTRY_STRANGE: {
    title: "What answers is no registry of this version",
    fix: "Correct REGISTRY_URL, or bring registry and client to one version.",
  },
  REGISTRY_UNREACHABLE: {
    title: "The registry does not answer",
    fix: "Start the platform, or correct REGISTRY_URL.",
  },
});
