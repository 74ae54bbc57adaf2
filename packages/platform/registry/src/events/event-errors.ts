import { defineErrors } from "@sliceway/errors";

/** What can be wrong between those who publish events and those who read them. */
export const eventErrors = defineErrors({
  EVENT_FIELD_UNFIT: {
    title: "A field of an event is not as a release reads it",
    fix: "Leave the event as it was and publish the new form in its next version, or read what is published.",
  },
  EVENT_UNTOLD: {
    title: "A release reads events that nobody publishes",
    fix: "Deploy {source} first or together with it.",
  },
  EVENT_VERSION_CHANGED: {
    title: "Two releases of a slice publish one version of an event differently",
    fix: "Leave {type} as it is, but for new fields that may be missing, and tell the new form in its next version.",
  },
  EVENT_VERSION_UNREAD: {
    title: "A release reads other versions of an event than are published",
    fix: "Publish the version that is read beside the newer ones, or read a published one too and upcast it.",
  },
});
