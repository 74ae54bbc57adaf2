import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Logger, sleep } from "@sliceway/service-kit";
import { z } from "zod";
import { signalGroup } from "./start-child.ts";
import { isSameProcess } from "./start-time.ts";

const noteSchema = z.object({ name: z.string(), pid: z.number(), startTime: z.string().nullable() });
type Note = z.infer<typeof noteSchema>;

const PATIENCE_MS = 5_000;

/** Ends the children that a killed runtime left behind, and waits until they are gone. */
export async function endOrphans(runDir: string, log: Logger): Promise<void> {
  const files = (await readdir(runDir)).filter((file) => file.endsWith(".json"));
  await Promise.all(files.map((file) => endOrphan(join(runDir, file), log)));
}

async function endOrphan(file: string, log: Logger): Promise<void> {
  const note = await readNote(file);
  if (note && (await isSameProcess(note))) {
    log.warn({ pid: note.pid, process: note.name }, "ending a process that an earlier run left behind");
    signalGroup(note.pid, "SIGTERM");
    if (!(await isGone(note))) signalGroup(note.pid, "SIGKILL");
  }
  await rm(file, { force: true });
}

async function readNote(file: string): Promise<Note | undefined> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function isGone(note: Note): Promise<boolean> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    if (!(await isSameProcess(note))) return true;
    await sleep(50);
  }
  return false;
}
