import { setTimeout as sleep } from "node:timers/promises";
import { createParser } from "eventsource-parser";
import { type RegistryState, registryStateSchema } from "../routing.ts";
import { authorization, type RegistryClientOptions, toError } from "./call-registry.ts";
import { registryUnreachable } from "./registry-error.ts";

/** The registry pings each 10 s; a stream that is silent for longer than this is dead. */
const SILENCE_MS = 25_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

export interface WatchOptions {
  /** Told each time the stream breaks or cannot be opened; watching goes on by itself. */
  onBreak?: (error: unknown) => void;
}

/**
 * The registry's state, whole, now and after each change, until `signal` aborts; then it ends without an error.
 * Reconnects for ever with jittered back-off. States that came faster than they were taken are left out, and a
 * state that is known already is not repeated after a reconnect.
 */
export async function* watchRegistry(
  options: RegistryClientOptions,
  signal: AbortSignal,
  { onBreak }: WatchOptions = {},
): AsyncGenerator<RegistryState, void, undefined> {
  let cursor: number | null = null;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const state of readStream(options, signal)) {
        failures = 0;
        if (state.cursor !== cursor) yield state;
        cursor = state.cursor;
      }
    } catch (error) {
      if (!signal.aborted) onBreak?.(error);
    }
    await sleep(pauseMs(failures), signal).catch(() => {});
  }
}

function pauseMs(failures: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(failures, 10));
  return longest * (0.5 + Math.random() / 2);
}

async function* readStream(options: RegistryClientOptions, signal: AbortSignal) {
  using silence = watchSilence();
  const body = await openStream(options, AbortSignal.any([signal, silence.signal]));
  let latest: RegistryState | undefined;
  const parser = createParser({
    onEvent: (event) => {
      if (event.event === "state") latest = registryStateSchema.parse(JSON.parse(event.data));
    },
  });
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    silence.heard();
    parser.feed(chunk);
    if (latest) yield latest;
    latest = undefined;
  }
}

async function openStream(options: RegistryClientOptions, signal: AbortSignal) {
  const headers = { ...authorization(options), accept: "text/event-stream" };
  const response = await fetch(new URL("/v1/watch", options.url), { headers, signal });
  if (!response.ok) throw toError(options.url, response.status, await response.json().catch(() => null));
  if (!response.body) throw registryUnreachable(options.url, "an empty answer");
  return response.body;
}

/** Aborts when nothing was heard for SILENCE_MS. */
function watchSilence() {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error("the registry fell silent")), SILENCE_MS);
  return {
    signal: controller.signal,
    heard: () => void timer.refresh(),
    [Symbol.dispose]: () => clearTimeout(timer),
  };
}
