import { createLogger, openDatabase } from "@sliceway/service-kit";
import {
  createPostgresTransport,
  createRabbitmqTransport,
  startConsumer,
  startRelay,
} from "../../src/index.ts";
import { type ListeningTables, writeEffect } from "../world.ts";
import { type News, orderSchema, type Settings, settingsSchema } from "./messages.ts";
import { type Pause, withPauses } from "./pauses.ts";

// One instance of a release, in a process of its own: it relays and consumes while its release is live.
const send = (news: News) => process.send?.(news);
/** Whatever is worth a warning here interrupts the work. */
const destination = { write: () => void send("interrupted") };
const log = createLogger({ name: "instance", level: "warn", destination });
const settings = settingsSchema.parse(JSON.parse(process.argv[2] ?? ""));
const { pause, goOn } = createPause(settings);
let running: AsyncDisposable | undefined;
let change = Promise.resolve();

process.on("message", (message) => {
  const order = orderSchema.parse(message);
  if ("go" in order) return goOn();
  change = change.then(() => setLive(order.live));
});

async function setLive(liveSince: number | null): Promise<void> {
  await running?.[Symbol.asyncDispose]();
  running = liveSince === null ? undefined : startWork(liveSince);
}

function startWork(liveSince: number): AsyncDisposable {
  const stack = new AsyncDisposableStack();
  const { relay, consumer } = settings;
  if (relay)
    stack.use(startRelay({ ...relay, source: "counting", liveSince, transport: openTransport(relay), log }));
  if (consumer) {
    const { databaseUrl } = consumer;
    const { db } = stack.use(openDatabase<ListeningTables>({ url: databaseUrl, name: "listening" }, log));
    const shared = { databaseUrl, db, liveSince, transport: openTransport(consumer), log };
    stack.use(
      startConsumer({ ...shared, consumer: "listening", reactions: { "counting.Counted.v1": react } }),
    );
  }
  return stack;
}

const react: typeof writeEffect = async (tx, event) => {
  await writeEffect(tx, event);
  await pause("in a transaction");
};

function openTransport({ eventsUrl, amqpUrl }: NonNullable<Settings["relay"]>) {
  const transport = amqpUrl
    ? createRabbitmqTransport({ url: amqpUrl, log })
    : createPostgresTransport({ url: eventsUrl });
  return withPauses(transport, pause);
}

function createPause({ pauseAt }: Settings): { pause: Pause; goOn: () => void } {
  const { promise: going, resolve: goOn } = Promise.withResolvers<void>();
  let times = 0;
  const pause: Pause = async (place) => {
    if (place !== pauseAt?.place || ++times !== pauseAt.nth) return;
    send("paused");
    await going;
  };
  return { pause, goOn };
}
