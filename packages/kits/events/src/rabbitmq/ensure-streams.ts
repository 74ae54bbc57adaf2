import { randomUUID } from "node:crypto";
import { sleep } from "@sliceway/service-kit";
import { NAME_WRITTEN_MS } from "./name-written.ts";
import type { BrokerConnection } from "./open-connection.ts";
import { exchangeExists } from "./queue-state.ts";

/** Says that the broker has had streams for long enough. It is an exchange because those are on disk at once. */
const NOTE = "sliceway.streams";

/**
 * What coordinates a broker's streams is made with the first of them, and its name is written late like a queue's. If
 * it is lost, so are the streams made until then; later ones are safe from the beginning. So the first one is nobody's.
 */
export async function ensureStreams(connection: BrokerConnection): Promise<void> {
  if (await exchangeExists(connection, NOTE)) return;
  await using channel = await connection.openChannel();
  const queue = `sliceway.streams.${randomUUID()}`;
  await channel.queueDeclare({ queue, durable: true, arguments: { "x-queue-type": "stream" } });
  await sleep(NAME_WRITTEN_MS);
  await channel.queueDelete({ queue });
  await channel.exchangeDeclare({ exchange: NOTE, type: "fanout", durable: true });
}
