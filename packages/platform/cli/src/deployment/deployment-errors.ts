import { defineErrors } from "@sliceway/errors";

/** What keeps releases from going live, or from being shown. */
export const errors = defineErrors({
  CANARY_MISSPELT: {
    title: "A canary's share of the visitors is misspelt",
    fix: "Write percents from 0.01 to 100 that rise: --canary 1,10,50,100; or one to stay at: --canary 10.",
  },
  CHECK_FAILED: {
    title: "A deployment would be refused",
    fix: "Correct {problems} named above and check again.",
  },
  DEPLOYMENT_FAILED: {
    title: "A release did not go live",
    fix: "Correct what is named above and deploy again.",
  },
  DEV_SHELL: {
    title: "The shell cannot be worked on with `dev`",
    fix: "Show it as a preview: sliceway deploy shell --preview <name>.",
  },
  MANNER_UNCLEAR: {
    title: "A deployment is asked to be both canary and preview",
    fix: "Say --canary or --preview, not both.",
  },
  NOT_SHOWN: { title: "What was saved cannot be shown", fix: "See the logs." },
  RELEASE_MISSPELT: {
    title: "The name of a release is misspelt",
    fix: "Write it like posts@3f9c2a1b04de; `sliceway status` shows the ones that run.",
  },
  SLICE_TWICE: { title: "A slice is named with two releases", fix: "Name each slice once." },
  TARGET_INVALID: {
    title: "What is to be revoked is no release",
    fix: "Name one release, such as posts@3f9c2a1b04de; `sliceway status` shows them.",
  },
});
