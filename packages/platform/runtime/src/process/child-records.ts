import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isRunning } from "./process-start.ts";

const recordSchema = z.object({
  /** `registry`, `gateway`, or a release such as `posts@3f9c2a1b04de`. */
  name: z.string(),
  pid: z.number().int(),
  started: z.string(),
  port: z.number().int(),
});

/** A child process as it is written down in `run/`, for `status` and for whoever has to end orphans. */
export type ChildRecord = z.infer<typeof recordSchema>;

/** Writes a child down. Synchronous: there should be no moment in which it runs and nobody knows. */
export function writeRecord(dir: string, record: ChildRecord): void {
  writeFileSync(fileOf(dir, record.pid), JSON.stringify(record));
}

export function removeRecord(dir: string, pid: number): void {
  rmSync(fileOf(dir, pid), { force: true });
}

/** The children that run now. Records of ended ones are left out. */
export function listChildren(dir: string): ChildRecord[] {
  return readRecords(dir).filter(isRunning);
}

/** All records, sorted by name. */
export function readRecords(dir: string): ChildRecord[] {
  const records = listFiles(dir).flatMap((file) => readRecord(join(dir, file)));
  return records.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir).filter((file) => file.endsWith(".json"));
  } catch {
    return [];
  }
}

function readRecord(path: string): ChildRecord[] {
  try {
    return [recordSchema.parse(JSON.parse(readFileSync(path, "utf8")))];
  } catch {
    return [];
  }
}

function fileOf(dir: string, pid: number): string {
  return join(dir, `${pid}.json`);
}
