import { ServerResponse } from "node:http";
import type { Tripwire } from "./tripwire.ts";

/** Answers of an HTTP server: before one is sent, and after it is out. */
export function interposeAnswers(tripwire: Tripwire): void {
  const { end } = ServerResponse.prototype;
  function interposed(this: ServerResponse, ...args: unknown[]): unknown {
    if (tripwire.reach("answer", "before")) tripwire.die();
    this.once("finish", () => {
      if (tripwire.reach("answer", "after")) tripwire.die();
    });
    return Reflect.apply(end, this, args);
  }
  ServerResponse.prototype.end = interposed as typeof end;
}
