import { defineErrors } from "@sliceway/errors";

/** What can be wrong with dead letters, and with the databases in which they lie. */
export const errors = defineErrors({
  DEAD_LETTER_AMBIGUOUS: {
    title: "Several dead letters begin with the same digits",
    fix: "Write more of the id: {ids}.",
  },
  DEAD_LETTER_UNKNOWN: {
    title: "There is no such dead letter",
    fix: "List them: sliceway events dead {slice}.",
  },
  EVENTS_MISSING: {
    title: "A slice's database is not prepared for events",
    fix: "Deploy the slice as it is in the tree: sliceway deploy {slice}.",
  },
  REPLAY_FAILED: {
    title: "Replayed dead letters did not have their effect",
    fix: "They are tried on for about two minutes. Mend {slice}, deploy it, and replay again: sliceway events dead {slice}.",
  },
  REPLAY_UNCLEAR: {
    title: "It is not clear which dead letters to replay",
    fix: "Name ids, or give one of --all and --type: sliceway events replay {slice} --all.",
  },
  STILL_STARTING: { title: "The databases are not up yet", fix: "Try again in a moment." },
});
