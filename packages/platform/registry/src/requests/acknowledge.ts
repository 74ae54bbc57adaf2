import type { acknowledgmentSchema } from "@sliceway/protocol/api";
import type { z } from "zod";
import type { Context } from "../context.ts";
import { upsertGateway } from "../db/gateways.ts";
import { holdVectors } from "../db/pins.ts";
import { upsertTraffic } from "../db/traffic.ts";

/** A page that gave no sign for so long has gone. */
const PIN_MS = 30 * 60_000;

/** Takes a gateway's word: what it has warm, and which vectors its pages hold on to. */
export async function acknowledge(
  { db, now }: Context,
  id: string,
  { revision, vectors, failed, pins, pages, traffic }: z.output<typeof acknowledgmentSchema>,
): Promise<void> {
  if (traffic) await upsertTraffic(db, { gateway: id, ...traffic }, now());
  await upsertGateway(db, { id, revision, vectors, failed, pages }, now());
  const holds = Object.entries(pins).map(([vector, seen]) => ({
    vector,
    until: new Date(Date.parse(seen) + PIN_MS),
  }));
  await holdVectors(db, holds);
}
