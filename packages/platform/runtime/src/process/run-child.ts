import type { LogBook } from "../log/log-book.ts";
import type { LogEntry } from "../log/parse-line.ts";
import { removeRecord, writeRecord } from "./child-records.ts";
import { killGroup } from "./end-process.ts";
import { type Exit, explainExit } from "./explain-exit.ts";
import { type ChildCommand, startChild } from "./start-child.ts";

/** As many last lines are looked at for the reason of an exit. */
const REMEMBERED = 40;

/** What every child of this home has in common. */
export interface ChildContext {
  /** Where running children are written down. */
  runDir: string;
  logs: LogBook;
  /** Aborts when all children are to be ended at once. */
  killed: AbortSignal;
}

export interface RunningChild {
  pid: number;
  started: string;
  /** Resolves when it has ended, with its exit and the reason in words. */
  end: Promise<Exit & { reason: string }>;
}

/** Starts a child whose output is kept in the log and which is written down while it runs, or else ended at once. */
export async function runChild(
  { runDir, logs }: ChildContext,
  name: string,
  command: ChildCommand & { port: number },
): Promise<RunningChild> {
  const last: LogEntry[] = [];
  const child = await startChild(command, (line, isError) => {
    last.push(logs.write(name, line, isError ? "warn" : "info"));
    if (last.length > REMEMBERED) last.shift();
  });
  const { pid, started } = child;
  try {
    writeRecord(runDir, { name, pid, started, port: command.port });
  } catch (error) {
    // Nobody would find it if this runtime were killed, and whoever asked for it starts another.
    killGroup(child);
    await child.exit;
    removeRecord(runDir, pid);
    throw error;
  }
  const end = child.exit.then((exit) => {
    removeRecord(runDir, pid);
    return { ...exit, reason: explainExit(exit, last) };
  });
  return { pid, started, end };
}
