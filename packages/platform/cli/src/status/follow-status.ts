import { SlicewayError } from "@sliceway/errors";
import { sleep } from "@sliceway/service-kit";
import type { Context } from "../context.ts";
import type { EventsStatus } from "../events/read-events-status.ts";
import { type Connection, connect } from "../platform/connect.ts";
import { followState } from "./follow-state.ts";
import { measureRates } from "./measure-rates.ts";
import { RateMeter } from "./rate-meter.ts";
import { readWholeStatus } from "./read-whole-status.ts";
import type { WholeStatus } from "./status-view.ts";

/** Times, memory and counts move without any news from the registry. */
const LOOK_MS = 1_000;
/** However fast the news comes. */
const SHORTEST_MS = 150;
/** Events are asked for in every database: with every so many looks. */
const EVENTS_EVERY = 5;
const RETRY_MS = 1_000;

/** What is known now; `awaySince` is null while the registry answers, else the status is as of then. */
export interface Sight {
  status: WholeStatus | null;
  awaySince: Date | null;
}

/**
 * The status again and again, each second and on every news, until `signal` aborts. A registry that goes away is waited
 * for. Throws SlicewayError `NOT_RUNNING` if there is no platform to begin with.
 */
export async function* followStatus(context: Context, signal: AbortSignal): AsyncGenerator<Sight, void> {
  const meter = new RateMeter();
  let sight: Sight = { status: null, awaySince: null };
  while (!signal.aborted) {
    try {
      // It may be another one by now, at another address.
      const connection = await connect(context);
      for await (const status of readAgain(context, connection, meter, signal)) {
        sight = { status, awaySince: null };
        yield sight;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (sight.status === null && error instanceof SlicewayError && error.code === "NOT_RUNNING")
        throw error;
      sight = { ...sight, awaySince: sight.awaySince ?? new Date() };
      yield sight;
      await pause(RETRY_MS, signal);
    }
  }
}

async function* readAgain(
  context: Context,
  connection: Connection,
  meter: RateMeter,
  signal: AbortSignal,
): AsyncGenerator<WholeStatus, void> {
  await using following = followState(connection.registry);
  let events: EventsStatus[] | undefined;
  for (let look = 0; !signal.aborted; look++) {
    const state = await following.read(signal);
    const status = await readWholeStatus(
      context,
      connection,
      state,
      look % EVENTS_EVERY === 0 ? undefined : events,
    );
    events = status.events;
    yield await measureRates(status, meter);
    await pause(SHORTEST_MS, signal);
    await pause(LOOK_MS - SHORTEST_MS, AbortSignal.any([signal, following.news()]));
  }
}

/** Waits so many milliseconds, or until `signal` aborts; never rejects. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, signal).catch(() => undefined);
}
