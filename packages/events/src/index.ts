export { type ConsumerOptions, startConsumer } from "./consumer.ts";
export { type CloudEvent, cloudEventSchema, sourceOfType } from "./envelope.ts";
export { type AnyNewEvent, createOutbox, type NewEvent, type Outbox } from "./outbox.ts";
export { prepareEventsDatabase } from "./postgres/prepare-events-database.ts";
export { createPostgresTransport } from "./postgres/transport.ts";
export { type Reaction, type Reactions, reaction } from "./reactions.ts";
export { type RelayOptions, startRelay } from "./relay.ts";
export type { Delivery, Publisher, Subscription, SubscriptionOptions, Transport } from "./transport.ts";
