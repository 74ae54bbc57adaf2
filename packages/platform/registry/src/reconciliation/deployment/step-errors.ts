import { defineErrors } from "@sliceway/errors";

/** Why a deployment fails under way. */
export const stepErrors = defineErrors({
  CANARY_ENDED: {
    title: "Something else has ended the canary",
    fix: "Its visitors have what is live. Deploy again to begin anew.",
  },
  CANARY_WORSE: {
    title: "The canary did worse than what is live",
    fix: "Its visitors have what is live again. See the slice's log, correct it and deploy again.",
  },
  GATEWAY_REFUSED: {
    title: "A gateway cannot serve the releases",
    fix: "See the gateway's log; what is live was not touched.",
  },
  MIGRATION_FAILED: {
    title: "A release's migrations failed",
    fix: "Correct the migration, build the slice and deploy it again; what is live was not touched.",
  },
  NO_ROOM: {
    title: "Other canaries have the visitors",
    fix: "Promote or roll back another canary, or begin with a smaller share.",
  },
  START_FAILED: {
    title: "A release's server did not start",
    fix: "See the release's log, correct the slice and deploy it again; what is live was not touched.",
  },
  STEP_OVERDUE: {
    title: "A step took too long",
    fix: "See the logs of the registry, the runtime, the gateways and the slice, then deploy again.",
  },
});
