import { createOutbox, createPostgresTransport, createRabbitmqTransport, startRelay } from "@sliceway/events";
import { startTestBroker } from "@sliceway/events/testing";
import { type Contestant, collectHandled } from "./contestant.ts";
import { forkProgram } from "./fork-program.ts";
import { COUNTED, PUBLISHING } from "./programs/settings.ts";
import { log, startSlices } from "./start-slices.ts";
import { countUp, readClockMs, readEffects } from "./tables.ts";

const number = { type: "integer" } as const;
const outbox = createOutbox<{ [COUNTED]: { number: number } }>({
  [COUNTED]: { title: COUNTED, type: "object", properties: { number }, required: ["number"] },
});

/** Ours, on one of its transports: the relay beside the writers as in a slice's server, the consumer apart. */
export async function startOurs(transportName: "postgres" | "rabbitmq"): Promise<Contestant> {
  await using stack = new AsyncDisposableStack();
  const { publishing, publishingDb, consuming, consumingDb } = stack.use(await startSlices());
  const amqpUrl = transportName === "rabbitmq" ? stack.use(await startTestBroker()).url : undefined;
  const transport = amqpUrl
    ? createRabbitmqTransport({ url: amqpUrl, log })
    : createPostgresTransport({ url: publishing.eventsUrl });
  stack.use(
    startRelay({ source: PUBLISHING, databaseUrl: publishing.databaseUrl, liveSince: 1, transport, log }),
  );
  const handled = collectHandled(stack.use(forkProgram("consumer", { ...consuming, amqpUrl })));
  const opened = stack.move();
  return {
    handled,
    change: (subject) =>
      publishingDb.transaction().execute(async (tx) => {
        const version = await countUp(tx, subject);
        await outbox.add(tx, { type: COUNTED, subject, data: { number: version } });
        return process.hrtime.bigint();
      }),
    readEffects: () => readEffects(consumingDb),
    readClockMs: () => readClockMs(consumingDb),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
