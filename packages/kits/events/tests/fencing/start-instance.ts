import { fork } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { newsSchema, type Order, type Settings } from "./messages.ts";

/** An instance in a process of its own. Disposing kills it. */
export interface Instance extends AsyncDisposable {
  /** Tells it since which routing revision its release is live; null: not any more. */
  setLive(since: number | null): void;
  /** Resolves when it pauses where it was to. */
  untilPaused(): Promise<void>;
  /** Resolves when its work has come to an end that it did not want; it tries to begin anew. */
  untilInterrupted(): Promise<void>;
  /** Lets it go on from where it pauses. */
  goOn(): void;
  /** SIGSTOP: it does nothing, and keeps its connections. */
  freeze(): void;
  /** SIGCONT. */
  thaw(): void;
}

export function startInstance(settings: Settings): Instance {
  const program = resolve(import.meta.dirname, "instance.ts");
  const child = fork(program, [JSON.stringify(settings)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exit = once(child, "exit");
  const interrupted = Promise.withResolvers<void>();
  const paused = Promise.withResolvers<void>();
  child.on("message", (message) => {
    const news = newsSchema.parse(message);
    (news === "paused" ? paused : interrupted).resolve();
  });
  const order = (message: Order) => void child.send(message);
  return {
    setLive: (live) => order({ live }),
    untilPaused: () => paused.promise,
    untilInterrupted: () => interrupted.promise,
    goOn: () => order({ go: true }),
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exit;
    },
  };
}
