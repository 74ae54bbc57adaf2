import { defineErrors } from "@sliceway/errors";

/** What keeps a process from starting, a file from being read, a database from being migrated. */
export const errors = defineErrors({
  DATABASE_BUSY: {
    title: "No connection to the database was free in time",
    fix: "Try again shortly; if it stays so, look for slow queries or raise the pool size.",
  },
  FILE_INVALID: {
    title: "A file is not what it should be",
    fix: "Correct the file and try again.",
  },
  FILE_UNREADABLE: {
    title: "A file cannot be read",
    fix: "Create the file, correct its path, or make it readable for the user who runs this.",
  },
  FORMAT_UNKNOWN: {
    title: "A stored document is of a format that is not known here",
    fix: "Start a newer Sliceway, such as the one that wrote it; or restore what was stored before that one was started.",
  },
  HOST_UNKNOWN: {
    title: "The machine does not have the address to listen on",
    fix: "Set HOST to 127.0.0.1, 0.0.0.0 or an address of this machine.",
  },
  MIGRATION_EDITED: {
    title: "A migration was changed after it had been applied",
    fix: "Restore the file as it was and put the change into a new migration.",
  },
  MIGRATION_FAILED: {
    title: "A migration failed",
    fix: "Nothing of this file was applied; correct it and migrate again.",
  },
  MIGRATION_MISSING: {
    title: "The file of an applied migration is gone",
    fix: "Bring the file back; to undo it, write a new migration.",
  },
  MIGRATION_NOT_ALONE: {
    title: "A CONCURRENTLY statement stands beside others",
    fix: "Give the CONCURRENTLY statement a file of its own.",
  },
  MIGRATION_NOT_REPEATABLE: {
    title: "A CONCURRENTLY statement cannot be run again",
    fix: "Write CREATE INDEX CONCURRENTLY IF NOT EXISTS, or DROP INDEX CONCURRENTLY IF EXISTS.",
  },
  MIGRATIONS_UNREADABLE: {
    title: "A directory of migrations cannot be read",
    fix: "Check that the directory exists and is readable.",
  },
  PORT_FORBIDDEN: {
    title: "The user may not listen on a port",
    fix: "Set {setting} to a port above 1023.",
  },
  PORT_TAKEN: {
    title: "Another process listens on a port",
    fix: "Set {setting} to a free port (0 takes any), or stop that process.",
  },
  SETTING_INVALID: {
    title: "Settings are wrong",
    fix: "Set {names} in the environment and start again.",
  },
});
