/** Runs work of the same name one after another, work of different names at the same time. */
export type InTurn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function takeTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve();
    const turn = before.then(work, work);
    last.set(name, turn);
    try {
      return await turn;
    } finally {
      if (last.get(name) === turn) last.delete(name);
    }
  };
}
