import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { limitBytes } from "./limit-bytes.ts";

type ReleaseKey = { slice: string; id: string };

/** Where release files lie: `<dir>/<slice>/<id>/`. What is uploaded waits in `<dir>/.incoming` until it is committed. */
export interface ReleaseFiles {
  /** Stores one file of a release to come. `path` must be checked. */
  receive(release: ReleaseKey, path: string, bytes: Readable): Promise<void>;
  /**
   * Makes what was received the release's files. `check` is given the folder, out of reach of further uploads; it
   * throws if something is wrong with it, and then everything waits on as before.
   */
  commit(release: ReleaseKey, check: (dir: string) => Promise<void>): Promise<void>;
  /** Puts a file in the place of the one before, where somebody works on the files. `path` must be checked. */
  replace(work: ReleaseKey, path: string, bytes: Readable): Promise<void>;
  /** Removes what somebody worked on. */
  remove(work: ReleaseKey): Promise<void>;
}

export async function openReleaseFiles(dir: string): Promise<ReleaseFiles> {
  const incoming = join(dir, ".incoming");
  await mkdir(incoming, { recursive: true });
  const waiting = ({ slice, id }: ReleaseKey) => join(incoming, slice, id);
  const fresh = () => join(incoming, randomUUID());

  return {
    receive: async (release, path, bytes) => {
      const target = join(waiting(release), path);
      await mkdir(dirname(target), { recursive: true });
      await storeFile(bytes, fresh(), target);
    },
    commit: async (release, check) => {
      const held = fresh();
      await takeFolder(waiting(release), held);
      await check(held).catch(async (error: unknown) => {
        await giveBack(held, waiting(release));
        throw error;
      });
      const final = join(dir, release.slice, release.id);
      await mkdir(dirname(final), { recursive: true });
      // Left by a registry that was killed before the release was recorded.
      await rm(final, { recursive: true, force: true });
      await rename(held, final);
    },
    replace: async ({ slice, id }, path, bytes) => {
      const target = join(dir, slice, id, path);
      await mkdir(dirname(target), { recursive: true });
      await storeFile(bytes, fresh(), target);
    },
    remove: ({ slice, id }) => rm(join(dir, slice, id), { recursive: true, force: true }),
  };
}

/** Writes the commit's own file into a folder that is being committed. */
export async function writeReleaseJson(dir: string, release: unknown): Promise<void> {
  await writeFile(join(dir, "release.json"), `${JSON.stringify(release, null, 2)}\n`, { flush: true });
}

/** A file is whole under its name or not there. */
async function storeFile(bytes: Readable, temporary: string, target: string): Promise<void> {
  try {
    await pipeline(bytes, limitBytes(), createWriteStream(temporary, { flush: true }));
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A release without files has no folder yet. */
async function takeFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(to);
  }
}

/** Uploads that came meanwhile win: whoever sends them sends all files again. */
async function giveBack(held: string, waiting: string): Promise<void> {
  await mkdir(dirname(waiting), { recursive: true });
  await rename(held, waiting).catch(() => rm(held, { recursive: true, force: true }));
}
