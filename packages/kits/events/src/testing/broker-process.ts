import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { sleep } from "@sliceway/service-kit";
import type { BrokerHome } from "./broker-home.ts";

const POLL_MS = 50;
const LONGEST_START_MS = 90_000;

/** Runs a program of the broker in a session of its own, which Ctrl-C in the terminal does not reach. */
export function spawnInHome({ dir, env }: BrokerHome, file: string, args: string[] = []): ChildProcess {
  const output = openSync(join(dir, "output.log"), "a");
  return spawn(file, args, { cwd: dir, env, detached: true, stdio: ["ignore", output, output] });
}

/** Resolves when the broker speaks AMQP. Throws if it ends before that, or takes longer than 90 s. */
export async function waitUntilReady({ dir, amqpPort }: BrokerHome, broker: ChildProcess): Promise<void> {
  const startedAt = performance.now();
  while (!(await answers(amqpPort))) {
    const late = performance.now() - startedAt > LONGEST_START_MS;
    if (late || hasEnded(broker)) throw new Error(`the broker did not start; see ${join(dir, "output.log")}`);
    await sleep(POLL_MS);
  }
}

/** Sends the signal and waits for the end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, "exit");
  child.kill(signal);
  await exit;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 5_000 });
    socket.once("connect", () => socket.write("AMQP\0\0\u0009\u0001", "latin1"));
    for (const [event, answer] of [
      ["data", true],
      ["error", false],
      ["close", false],
      ["timeout", false],
    ] as const) {
      socket.once(event, () => {
        resolve(answer);
        socket.destroy();
      });
    }
  });
}
