import { defineErrors } from "@sliceway/errors";

/** What can be wrong with where a command is run, and with the platform that it speaks to. */
export const errors = defineErrors({
  CODE_UNKNOWN: { title: "No error has such a code", fix: "See which there are: sliceway explain." },
  KEY_UNREADABLE: {
    title: "A signing key of the home cannot be read",
    fix: "Put the key back as it was, or make another: sliceway key create {slice}.",
  },
  LINES_MISSPELT: { title: "A count of lines is no number", fix: "Write it like -n 100." },
  LOG_EMPTY: { title: "A process has not written anything yet", fix: "Start it with `npm start`." },
  NOT_RUNNING: {
    title: "No platform runs from this home",
    fix: "Start it with `npm start` in another terminal, or set SLICEWAY_HOME to the home of the one that runs.",
  },
  PROJECT_MISSING: {
    title: "The folder is not in a project",
    fix: "Run the command inside a project: a folder with slices/ in it.",
  },
  REGISTRY_SILENT: {
    title: "The registry said nothing for long",
    fix: "See `sliceway logs registry`, and try again.",
  },
  RELEASES_MISSING: {
    title: "The files of a live release are gone",
    fix: "Bring that folder back, or drop the databases registry, events and those of the slices to begin anew.",
  },
  SETTING_INVALID: {
    title: "Only one of the two addresses of a platform is set",
    fix: "Set both to the addresses of the platform, or none to use the one that runs here.",
  },
  SIGNING_KEY_MISSING: {
    title: "There is no key to sign the release with",
    fix: "Set SLICEWAY_SIGNING_KEY to the team's key, or let an administrator run: sliceway key create {slice}.",
  },
  SLICE_UNKNOWN: { title: "There is no such slice", fix: "Name one of: {known}." },
  STILL_RUNNING: {
    title: "A platform runs from the home that is to be removed",
    fix: "End it with Ctrl-C in its terminal first.",
  },
  TOKEN_MISSING: {
    title: "There is no token for a platform that runs elsewhere",
    fix: "Set SLICEWAY_TOKEN to a deploy token that the platform has given out.",
  },
  UNCONFIRMED: {
    title: "Nobody has confirmed the removal",
    fix: 'Answer "yes", or run `sliceway reset --yes`.',
  },
  UPGRADE_FAILED: {
    title: "The new gateway did not take over",
    fix: "See `sliceway logs gateway` and `sliceway logs runtime`, and try again.",
  },
});
