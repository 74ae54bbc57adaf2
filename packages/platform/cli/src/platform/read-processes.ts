import { listChildren, readMemory } from "@sliceway/runtime";

export interface ServerProcess {
  pid: number;
  /** Resident, in bytes; null if it has just ended. */
  memoryBytes: number | null;
}

/** Finds the process of an instance by its release (`posts@3f9c2a1b04de`) and address. */
export type FindProcess = (release: string, url: string) => ServerProcess | null;

/** The servers that run on this machine, by what the runtime has written down in `runDir`. */
export async function readProcesses(runDir: string): Promise<FindProcess> {
  const found = listChildren(runDir).map(async ({ name, port, pid }) => {
    return [`${name}:${port}`, { pid, memoryBytes: await readMemory(pid) }] as const;
  });
  const processes = new Map<string, ServerProcess>(await Promise.all(found));
  return (release, url) => processes.get(`${release}:${new URL(url).port}`) ?? null;
}
