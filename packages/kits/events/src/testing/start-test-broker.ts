import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type BrokerHome, makeBrokerHome } from "./broker-home.ts";
import { end, spawnInHome, waitUntilReady } from "./broker-process.ts";
import { findRabbitmqServer, NO_RABBITMQ_SERVER } from "./find-rabbitmq-server.ts";

/** A private RabbitMQ on 127.0.0.1. Disposing ends it and removes its data. */
export interface TestBroker extends AsyncDisposable {
  /** `amqp://guest:guest@127.0.0.1:<port>`; stays the same over restarts. */
  readonly url: string;
  /** SIGKILL, as a crash would. */
  kill(): Promise<void>;
  /** An orderly shutdown. */
  stop(): Promise<void>;
  /** After `kill` or `stop`: starts on the same data and port, and waits until it answers. */
  start(): Promise<void>;
  /** SIGSTOP: connections stay open and nothing answers. */
  suspend(): void;
  /** SIGCONT. */
  resume(): void;
  /** Runs `rabbitmqctl` on it; resolves to what that prints. */
  control(...args: string[]): Promise<string>;
}

/**
 * Starts a broker of its own: files, node name and ports are shared with no other, so any number can run at once, as
 * root or any user. Takes about 5 s. Throws if RabbitMQ is not installed: ask `findRabbitmqServer` first.
 */
export async function startTestBroker(): Promise<TestBroker> {
  const script = findRabbitmqServer();
  if (!script) throw new Error(NO_RABBITMQ_SERVER);
  await using stack = new AsyncDisposableStack();
  const home = await makeBrokerHome();
  stack.defer(() => rm(home.dir, { recursive: true, force: true, maxRetries: 5 }));
  // The broker would start this name server itself and leave it behind.
  const epmd = spawnInHome(home, "epmd");
  stack.defer(() => end(epmd, "SIGTERM"));
  let broker = await launch(home, script);
  stack.defer(() => end(broker, "SIGKILL"));
  const opened = stack.move();
  return {
    url: `amqp://guest:guest@127.0.0.1:${home.amqpPort}`,
    kill: () => end(broker, "SIGKILL"),
    stop: () => end(broker, "SIGTERM"),
    start: async () => {
      broker = await launch(home, script);
    },
    suspend: () => void broker.kill("SIGSTOP"),
    resume: () => void broker.kill("SIGCONT"),
    control: async (...args) => (await run(join(dirname(script), "rabbitmqctl"), args, home)).stdout,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

const run = promisify(execFile);

async function launch(home: BrokerHome, script: string) {
  const broker = spawnInHome(home, script);
  try {
    await waitUntilReady(home, broker);
    return broker;
  } catch (error) {
    await end(broker, "SIGKILL");
    throw error;
  }
}
