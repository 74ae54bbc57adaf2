import { defineErrors } from "@sliceway/errors";

export const errors = defineErrors({
  SCRIPT_UNKNOWN: { title: "There is no such measurement", fix: "Name one of: {known}." },
  LINUX_ONLY: { title: "It can be measured only on Linux", fix: "Measure it on Linux." },
  NOT_RUNNING: {
    title: "No platform runs",
    fix: "Start it with `npm start`, or name its folder with --home.",
  },
  BENCH_STUCK: {
    title: "Events of a benchmark have stopped coming",
    fix: "Look at what the consumer has logged above.",
  },
  NOTHING_LIVE: { title: "No vector is live", fix: "Start the platform with `npm start` first." },
});
