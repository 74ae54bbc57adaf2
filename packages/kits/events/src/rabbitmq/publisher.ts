import { randomUUID } from "node:crypto";
import { SlicewayError } from "@sliceway/errors";
import type { CloudEvent } from "../envelope.ts";
import { errors } from "../errors.ts";
import type { Publisher } from "../transport.ts";
import type { BrokerOptions } from "./broker-options.ts";
import { openConfirmChannel } from "./confirm-channel.ts";
import { makeHistory } from "./make-history.ts";
import { eventMessage } from "./messages.ts";
import { MAKE_MS } from "./name-written.ts";
import { openConnection } from "./open-connection.ts";

export async function openPublisher(options: BrokerOptions, source: string): Promise<Publisher> {
  await using stack = new AsyncDisposableStack();
  const connection = stack.use(await openConnection(options.url, `sliceway relay of ${source}`));
  await connection.inTime(makeHistory(connection, source, options.historyMaxAge), MAKE_MS);
  const channel = await connection.inTime(openConfirmChannel(connection));
  const opened = stack.move();

  const publisher = randomUUID();
  let published = 0;
  return {
    async publish(events) {
      refuseForeign(events, source);
      await channel.send(events.map((event) => eventMessage(event, `${publisher}:${published++}`)));
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

function refuseForeign(events: CloudEvent[], source: string): void {
  const foreign = events.find((event) => event.source !== source || !event.type.startsWith(`${source}.`));
  if (!foreign) return;
  throw new SlicewayError(
    errors.EVENT_FOREIGN(`${source} cannot publish ${foreign.type} of ${foreign.source}.`, { source }),
  );
}
