import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Orders } from "../interpose/orders.ts";
import { type Report, reportSchema } from "../interpose/report.ts";

const preload = fileURLToPath(new URL("../interpose/preload.ts", import.meta.url));

export interface Launch {
  /** Path of the program. */
  program: string;
  /** Where compiled code is kept, so that the next process starts faster. */
  cacheDir: string;
  env: Record<string, string>;
  orders: Orders;
  onReport(report: Report): void;
}

/** A process under trial. */
export interface Launched {
  readonly child: ChildProcess;
  /** Resolves when it has ended and all that it reported was told. */
  readonly ended: Promise<{ signal: NodeJS.Signals | null; errors: string }>;
}

/** Starts a program with everything between it and the outside world watched. */
export function launch({ program, cacheDir, env, orders, onReport }: Launch): Launched {
  const child = spawn(process.execPath, ["--import", preload, program], {
    env: { LOG_LEVEL: "fatal", NODE_COMPILE_CACHE: cacheDir, ...env, TRIAL_ORDERS: JSON.stringify(orders) },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const [, output, errors, reports] = child.stdio;
  let said = "";
  for (const stream of [output, errors])
    stream?.on("data", (text) => (said = `${said}${text}`.slice(-4_000)));
  const lines = createInterface({ input: reports as NodeJS.ReadableStream });
  lines.on("line", (line) => onReport(reportSchema.parse(JSON.parse(line))));
  const ended = Promise.all([once(child, "exit"), once(lines, "close")]);
  return { child, ended: ended.then(([[, signal]]) => ({ signal, errors: said })) };
}
