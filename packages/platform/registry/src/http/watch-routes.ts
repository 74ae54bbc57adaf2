import type { RegistryState } from "@sliceway/protocol";
import type { Health } from "@sliceway/service-kit";
import express, { type Response, type Router } from "express";
import type { Context } from "../context.ts";
import { readState } from "../watch/read-state.ts";

const PING_MS = 10_000;

/** `GET /v1/watch`: server-sent events. The state whole, at once and after each change, until the process drains. */
export function watchRoutes({ db, feed, now }: Context, { drainSignal }: Health): Router {
  const router = express.Router();
  router.get("/v1/watch", async (_request, response) => {
    const first = await readState(db, now());
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const sender = createSender(response);
    sender.send(first);
    const listening = feed.listen(sender.send);
    // What was offered between reading and listening would be missed until the next change.
    if (feed.latest && feed.latest.cursor > first.cursor) sender.send(feed.latest);
    const ping = setInterval(() => sender.ping(), PING_MS);
    const end = () => response.end();
    drainSignal.addEventListener("abort", end, { once: true });
    response.once("close", () => {
      clearInterval(ping);
      listening[Symbol.dispose]();
      drainSignal.removeEventListener("abort", end);
    });
    if (drainSignal.aborted) end();
  });
  return router;
}

/** A watcher that reads slowly is sent the newest state when it has caught up, not all of those in between. */
function createSender(response: Response) {
  let newest: RegistryState | null = null;
  const flush = () => {
    if (!newest || response.writableNeedDrain || response.writableEnded) return;
    response.write(`event: state\nid: ${newest.cursor}\ndata: ${JSON.stringify(newest)}\n\n`);
    newest = null;
  };
  response.on("drain", flush);
  return {
    send: (state: RegistryState) => {
      newest = state;
      flush();
    },
    ping: () => {
      if (!response.writableNeedDrain && !response.writableEnded) response.write(": ping\n\n");
    },
  };
}
