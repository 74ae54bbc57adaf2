import { defineErrors } from "@sliceway/errors";

/** What can be wrong with a migration, by itself or for the releases that run while it does its work. */
export const migrationErrors = defineErrors({
  CONTRACTION_ADDS: {
    title: "A deferred migration adds something",
    fix: "Put what adds something into an ordinary migration, in server/migrations/.",
  },
  MIGRATION_BREAKS: {
    title: "A migration takes away what running releases use",
    fix: "Move the statement to a file of server/migrations/contract/: there it waits until they have retired.",
  },
  MIGRATION_DOUBTFUL: {
    title: "A migration changes what running releases may notice",
    fix: "Nothing checks that: see yourself that the releases that run now can live with it.",
  },
  MIGRATION_EDITED: {
    title: "A migration that the database has had was edited",
    fix: "Restore the file as it was, and put the change into a new migration.",
  },
  MIGRATION_LOCKS: {
    title: "Writes wait until a migration is done",
    fix: "Write it so that it holds up no writes; the problem says how.",
  },
  MIGRATION_MISSING: {
    title: "A migration that the database has had is gone",
    fix: "Bring the file back; to undo it, write a new migration.",
  },
  MIGRATION_NARROWS: {
    title: "After a migration the database refuses what running releases write",
    fix: "Move the statement to a file of server/migrations/contract/: there it waits until they have retired.",
  },
  MIGRATION_OPAQUE: {
    title: "Nobody can tell what a migration does",
    fix: "Nothing checks that: see yourself that the releases that run now can live with it.",
  },
  MIGRATION_TOO_EARLY: {
    title: "A migration brings back a name that another has yet to take away",
    fix: "Deploy again when it has run, or use another name.",
  },
  MIGRATION_UNREADABLE: { title: "PostgreSQL cannot read a migration", fix: "Correct the statement." },
  MIGRATION_WRONG: {
    title: "A migration is not the file that was uploaded",
    fix: "Build the release again.",
  },
});
