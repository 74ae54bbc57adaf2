import { defineErrors } from "@sliceway/errors";

/** What can be wrong with contracts of events, their publishers and consumers, and what carries them. */
export const errors = defineErrors({
  AMQP_URL_INVALID: {
    title: "The address of RabbitMQ is none",
    fix: "Set AMQP_URL like amqp://user:password@host:5672/vhost.",
  },
  BROKER_BLOCKED: {
    title: "RabbitMQ has raised an alarm",
    fix: "Give it memory or disk space; events wait in their slices until then.",
  },
  BROKER_LOST: {
    title: "The connection to RabbitMQ was lost",
    fix: "Nothing to do if it comes back: what was not confirmed is sent again.",
  },
  BROKER_SILENT: {
    title: "RabbitMQ does not answer",
    fix: "Nothing to do if it comes back: what was not confirmed is sent again.",
  },
  BROKER_UNREACHABLE: {
    title: "RabbitMQ cannot be reached",
    fix: "Start it, or correct AMQP_URL; without AMQP_URL events travel through PostgreSQL.",
  },
  DEAD_LETTER_UNKNOWN: {
    title: "There is no such dead letter",
    fix: "List them: sliceway events dead. Another call may have replayed or discarded it.",
  },
  DOWNCAST_WRONG: {
    title: "The downcasts do not lead through all versions of an event",
    fix: "Give the slice's definition a downcast from each version of the contract to the next older one, and no other; a version that nobody reads any more moves to contract/events/retired/.",
  },
  EVENT_DATA_UNFIT: {
    title: "The data of an event does not fit its schema",
    fix: "Correct what is published, or the event's contract; or deploy a release that reads what is published.",
  },
  EVENT_FIELD_UNKNOWN: {
    title: "slice.json reads a field that an event does not have",
    fix: "See the contract of {title} for the names of its fields.",
  },
  EVENT_FOREIGN: {
    title: "A slice publishes an event of another one",
    fix: 'Give the event a type that starts with "{source}.": a slice publishes only what happened in itself.',
  },
  EVENT_MISNAMED: {
    title: "The schema of an event is not called what its title says",
    fix: 'A file with the title "{slice}.PostPublished.v1" is called PostPublished.v1.json. Give both the same name.',
  },
  EVENT_OUTDATED: {
    title: "An event was published in an older version",
    fix: "Publish {newest}; the older versions are made from it.",
  },
  EVENT_RETIRED: {
    title: "A version of an event is both published and retired",
    fix: "Remove it from one of them.",
  },
  EVENT_UNKNOWN: {
    title: "A contract has no such event",
    fix: "Correct the type or take it out; or write its schema into contract/events/ of its slice, and give the slice's definition what is generated from it.",
  },
  EVENT_UNROUTABLE: {
    title: "RabbitMQ has no queue for an event",
    fix: "Somebody has deleted the history or its binding; it is made again at the next attempt.",
  },
  EVENTS_PRUNED: {
    title: "Events were removed before a consumer had read them",
    fix: "Mend what they would have changed here; then let it go on with those that are left, in the slice's database: delete from sliceway.cursor where consumer = '{consumer}' and source in ({sources})",
  },
  FENCED: {
    title: "Another process leads by now",
    fix: "Nothing to do: this one waits until it may lead again.",
  },
  HISTORY_CUT: {
    title: "A history has less than a consumer has missed",
    fix: "Nothing to do: it goes on with all that there is. What is gone is gone; keep histories longer.",
  },
  HISTORY_SILENT: {
    title: "A history lacks a message of the queue",
    fix: "Nothing to do: it goes on without that message's place in the history.",
  },
  QUEUE_UNAVAILABLE: {
    title: "RabbitMQ cannot open a queue",
    fix: "Wait for the node that it lies on; a broker that was just started opens its queues in a few seconds.",
  },
  UPCAST_WRONG: {
    title: "An upcast leads to no newer version",
    fix: 'Give a newer version of {from} as "to".',
  },
});
