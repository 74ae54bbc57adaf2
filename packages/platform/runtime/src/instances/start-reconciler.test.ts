import type { RegistryState } from "@sliceway/protocol";
import { createLogger } from "@sliceway/service-kit";
import { expect, test } from "vitest";
import { createDueMigrations } from "./due-migrations.ts";
import { startReconciler } from "./start-reconciler.ts";

test("a disk that is full is an error in the log, and what is wanted runs all the same", async () => {
  const [lines, started] = [[] as string[], [] as string[]];
  const log = createLogger({ name: "runtime", destination: { write: (line) => void lines.push(line) } });
  const wanted = (id: string) => ({ wanted: [{ slice: "posts", release: id }] }) as unknown as RegistryState;
  await using _reconciler = await startReconciler({
    registry: {
      async *watch() {
        yield wanted("111111111111");
        yield wanted("222222222222");
      },
    },
    store: {
      read: async () => [],
      write: () => Promise.reject(Object.assign(new Error("no space left"), { code: "ENOSPC" })),
    },
    run: (release) => {
      started.push(release);
      return { [Symbol.asyncDispose]: async () => {} };
    },
    due: createDueMigrations(),
    contract: async () => {},
    log,
  });
  await expect.poll(() => started).toEqual(["posts@111111111111", "posts@222222222222"]);
  await expect
    .poll(() => lines.map((line) => JSON.parse(line)).filter(({ level }) => level === "error"))
    .toMatchObject([{ err: { code: "ENOSPC" } }, { err: { code: "ENOSPC" } }]);
});
