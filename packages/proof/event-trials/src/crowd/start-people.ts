import { randomUUID } from "node:crypto";
import { sleep } from "@sliceway/service-kit";
import { askSlice } from "@sliceway/subgraph-kit/testing";
import type { Answered } from "../audit/compare-requests.ts";
import { pickAggregate } from "../programs/pick-aggregate.ts";
import { restAfter } from "../programs/rest-after.ts";
import type { Pair, World } from "../world/start-world.ts";
import type { Crowd } from "./start-crowd.ts";

const PEOPLE = 4;
const SHORTEST_REST_MS = 250;
const REPEAT_AFTER_MS = 20;
const REPEATED = 0.2;
const COUNT = "mutation ($request: ID!, $subject: ID!) { count(request: $request, subject: $subject) }";

/** Disposing sends them away without waiting for anything. */
export interface People extends Disposable {
  /** Waits for the answers that are still to come, or for the signal, with whose reason it rejects; gives them all. */
  stop(signal?: AbortSignal): Promise<Answered[]>;
}

/** People who ask for mutations, each with a key, and repeat what got no answer under the same key until it gets one. */
export function startPeople(world: World, pair: Pair, crowd: Pick<Crowd, "findServer">): People {
  const answered: Answered[] = [];
  const away = new AbortController();
  let stopped = false;
  const live = async (viewer: string) => {
    while (!stopped) {
      const { request, send } = createMutation(world, pair, viewer);
      const askedAt = performance.now();
      const version = await untilAnswered(send, crowd, away.signal);
      // Its answer may as well have been lost on the way.
      const again = Math.random() < REPEATED ? await untilAnswered(send, crowd, away.signal) : undefined;
      answered.push({ request, version, again });
      await sleep(restAfter(askedAt, SHORTEST_REST_MS), away.signal);
    }
  };
  const leave = (error: unknown) => {
    if (!away.signal.aborted) throw error;
  };
  const lives = Array.from({ length: PEOPLE }, (_, index) => live(`person-${index}`).catch(leave));
  return {
    async stop(signal) {
      stopped = true;
      signal?.addEventListener("abort", () => away.abort());
      await Promise.all(lives);
      signal?.throwIfAborted();
      return answered;
    },
    [Symbol.dispose]: () => away.abort(),
  };
}

/** One mutation, which goes out under the same key each time. */
function createMutation({ gateway }: World, { source }: Pair, viewer: string) {
  const [request, key] = [randomUUID(), randomUUID()];
  const body = { query: COUNT, variables: { request, subject: pickAggregate(source.name) } };
  return {
    request,
    async send(url: string): Promise<number | null> {
      const token = await gateway.sign(source.name, { viewer });
      const { data, errors } = await askSlice<{ count: number | null } | null>(url, token, body, key);
      return errors ? null : (data?.count ?? null);
    },
  };
}

async function untilAnswered(
  send: (url: string) => Promise<number | null>,
  crowd: Pick<Crowd, "findServer">,
  away: AbortSignal,
): Promise<number> {
  while (true) {
    const url = crowd.findServer();
    const answer = url ? await send(url).catch(() => null) : null;
    if (answer !== null) return answer;
    await sleep(REPEAT_AFTER_MS, away);
  }
}
