import { defineErrors } from "@sliceway/errors";

/** What can be wrong with an installation when it is started. */
export const errors = defineErrors({
  ALREADY_RUNNING: {
    title: "Another process runs this home",
    fix: "Use that one, end it with Ctrl-C in its terminal, or set SLICEWAY_HOME and the ports for a second one.",
  },
  DATABASE_TOO_OLD: {
    title: "The given PostgreSQL is too old",
    fix: "Give the URL of a newer server, or leave DATABASE_URL out to use the one that comes with Sliceway.",
  },
  DATABASE_UNREACHABLE: {
    title: "The given PostgreSQL cannot be used",
    fix: "Start it or correct DATABASE_URL; without that setting Sliceway starts a server of its own.",
  },
  HOME_UNWRITABLE: {
    title: "The data directory cannot be written",
    fix: "Make it writable for the user who runs this, or set SLICEWAY_HOME to another directory.",
  },
  PORT_TAKEN: {
    title: "A port is taken by another process",
    fix: "Stop that process, or set {setting} to a free port.",
  },
  SEED_FAILED: {
    title: "The demo network could not be loaded",
    fix: "See `npx sliceway logs {slice}`, and start again; or start without it: npm start -- --empty.",
  },
  SERVICE_FAILED: {
    title: "The registry or the gateway does not start",
    fix: "See `npx sliceway logs {name}`, and start again.",
  },
});
