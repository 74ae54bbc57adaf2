import { existsSync, type FSWatcher, watch } from "node:fs";
import { join, relative } from "node:path";
import { listUsedPackages } from "../release/list-used-packages.ts";

/** What is no source, or is made from others. */
const LEFT_OUT =
  /(^|\/)(node_modules|dist|coverage|tests|test-results|\.[^/]*)(\/|$)|\.graphql\.ts$|\.events\.ts$|~$/;
/** Editors write a file in several steps. */
const SETTLE_MS = 30;

export interface WatchedSources extends Disposable {
  /** Paths in the slice, or else in the project, that have changed since the last time that it was asked. */
  take(): string[];
}

/** Watches a slice's folder and the project's packages that it uses; `onChange` once for what is saved together. */
export async function watchSources(
  projectDir: string,
  sliceDir: string,
  onChange: () => void,
): Promise<WatchedSources> {
  const packages = await listUsedPackages(projectDir, sliceDir);
  const dirs = [sliceDir, ...packages.map((dir) => join(dir, "src"))].filter(existsSync);
  const nameOf = (dir: string, path: string) =>
    dir === sliceDir ? path : join(relative(projectDir, dir), path);
  let changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (path: string | null) => {
    if (path === null || LEFT_OUT.test(path)) return;
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  const watchers: FSWatcher[] = dirs.map((dir) =>
    watch(dir, { recursive: true }, (_, path) => note(path && nameOf(dir, path))),
  );
  return {
    take() {
      const taken = [...changed].sort();
      changed = new Set();
      return taken;
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
