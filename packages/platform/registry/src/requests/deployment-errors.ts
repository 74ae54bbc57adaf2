import { defineErrors } from "@sliceway/errors";

/** Why a deployment, a canary or somebody's development does not begin or go on. */
export const deploymentErrors = defineErrors({
  CANARY_RUNNING: {
    title: "A canary of the slice is under way",
    fix: "Promote it or roll it back first.",
  },
  CANARY_STAYS: {
    title: "The canary cannot have that share of the visitors",
    fix: "Promote it to a share that can be had.",
  },
  DEPLOYMENT_INVALID: {
    title: "A deployment cannot begin",
    fix: "Correct what the message names and deploy again.",
  },
  DEPLOYMENT_UNKNOWN: { title: "There is no such deployment", fix: "Correct the id." },
  DEV_NAME_TAKEN: {
    title: "Somebody else works under the name",
    fix: "Take another: --name <name>; or end the other, if it is yours.",
  },
  DEV_OVER: { title: "Nobody works under the name any more", fix: "Begin again: sliceway dev." },
  NO_CANARY: {
    title: "The slice has no canary that visitors have",
    fix: "Begin one: sliceway deploy {slice} --canary 10.",
  },
});
