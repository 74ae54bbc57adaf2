import { join } from "node:path";
import { listChildren } from "@sliceway/runtime";
import { expect } from "vitest";

/** Ends the registry of a home at once, as a crash would, and resolves when it is gone. Its runtime starts it again. */
export async function killRegistry(home: string): Promise<void> {
  await killChild(home, "registry");
}

/** The same for another of the platform's processes. */
export async function killChild(home: string, name: string): Promise<void> {
  const list = () => listChildren(join(home, "run"));
  const child = list().find((one) => one.name === name);
  if (!child) throw new Error(`no ${name} runs`);
  process.kill(child.pid, "SIGKILL");
  await expect.poll(() => list().some(({ pid }) => pid === child.pid), { interval: 5 }).toBe(false);
}
