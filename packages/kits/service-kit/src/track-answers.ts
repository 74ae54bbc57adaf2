import type { RequestListener, ServerResponse } from "node:http";

export interface Answers {
  /** The listener to give to the server in place of the wrapped one. */
  readonly listener: RequestListener;
  /** From now on every answer says `Connection: close`; `onAnswered` runs after each. */
  beginClosing(onAnswered: () => void): void;
}

/** Knows the answers in flight, so that a draining server can tell their clients to go elsewhere next. */
export function trackAnswers(listener: RequestListener): Answers {
  const open = new Set<ServerResponse>();
  let onAnswered: (() => void) | undefined;
  return {
    listener: (request, response) => {
      open.add(response);
      if (onAnswered) sayClose(response);
      response.once("close", () => {
        open.delete(response);
        onAnswered?.();
      });
      listener(request, response);
    },
    beginClosing: (callback) => {
      onAnswered = callback;
      for (const response of open) sayClose(response);
    },
  };
}

function sayClose(response: ServerResponse) {
  if (!response.headersSent) response.setHeader("connection", "close");
}
