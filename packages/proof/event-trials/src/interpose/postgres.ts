import { Client } from "pg";
import type { Tripwire } from "./tripwire.ts";

/** Every statement, on any connection, of a pool or not: before it is sent, and after its answer has come in. */
export function interposePostgres(tripwire: Tripwire): void {
  const { query } = Client.prototype;
  const previous = new WeakMap<Client, string>();

  function interposed(this: Client, ...args: unknown[]): unknown {
    const text = textOf(args[0]);
    if (text === undefined) return Reflect.apply(query, this, args);
    const where = nameOf(text, previous.get(this));
    previous.set(this, where);
    if (tripwire.reach(where, "before")) tripwire.die();
    const answer: unknown = Reflect.apply(query, this, args);
    if (!(answer instanceof Promise)) return answer;
    return answer.then((result) => {
      if (tripwire.reach(where, "after")) tripwire.die();
      return result;
    });
  }
  Client.prototype.query = interposed as typeof query;
}

function textOf(statement: unknown): string | undefined {
  if (typeof statement === "string") return statement;
  const { text } = statement as { text?: unknown };
  return typeof text === "string" ? text : undefined;
}

/** The statement in one line. What a transaction's end means is told by the statement before it. */
function nameOf(text: string, previous: string | undefined): string {
  const line = text.replace(/\s+/g, " ").replaceAll('"', "").trim();
  return /^(commit|rollback)$/i.test(line) ? `${line.toLowerCase()} after ${previous}` : line;
}
