import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Logger, SlicewayError } from "@sliceway/service-kit";
import { type Kept, keepRunning } from "../process/keep-running.ts";
import { startChild } from "../process/start-child.ts";
import type { LogBook } from "../process/write-log.ts";

export interface ServiceOptions {
  name: string;
  /** The process's `main.ts`. */
  entry: string;
  port: number;
  /** The setting that names the port, for whoever has to change it. */
  portSetting: string;
  env: Record<string, string>;
  runDir: string;
  logBook: LogBook;
  log: Logger;
}

/** Keeps one of the platform's own processes running. Throws SlicewayError `PORT_TAKEN` before anything is started. */
export async function runService(options: ServiceOptions): Promise<Kept> {
  const { name, entry, port, portSetting, env, runDir, logBook, log } = options;
  await assertFree(port, portSetting);
  const level = process.env.LOG_LEVEL ?? "info";
  const start = () =>
    startChild({
      name,
      runDir,
      command: process.execPath,
      args: ["--enable-source-maps", entry],
      cwd: join(entry, ".."),
      env: {
        NODE_ENV: "production",
        HOST: "127.0.0.1",
        LOG_LEVEL: level,
        [portSetting]: String(port),
        ...env,
      },
      onLine: logBook.open(name),
    });
  return keepRunning({ name, start, log });
}

async function assertFree(port: number, setting: string): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw new SlicewayError(
      "PORT_TAKEN",
      `Port ${port} is taken by another program.`,
      `End that program, or choose another port: ${setting}=${port + 1} npm start`,
      { cause: error },
    );
  } finally {
    server.close();
  }
}
