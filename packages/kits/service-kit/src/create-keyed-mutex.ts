/** Runs `task` when the tasks that came before it with the same `key` have settled; resolves or rejects as it does. */
export type KeyedMutex = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>;

/** Runs tasks of one key one after another, also after one that failed, and tasks of different keys side by side. */
export function createKeyedMutex(): KeyedMutex {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const current = before.then(task, task);
    last.set(key, current);
    try {
      return await current;
    } finally {
      if (last.get(key) === current) last.delete(key);
    }
  };
}
