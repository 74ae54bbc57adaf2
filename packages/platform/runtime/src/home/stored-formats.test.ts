import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createWantedStore } from "../instances/wanted-store.ts";
import type { HomePaths } from "./home-paths.ts";
import { findPlatform } from "./platform-file.ts";
import { readSecrets } from "./secrets.ts";

test.each<[file: string, read: (home: string) => Promise<unknown>]>([
  ["platform.json", findPlatform],
  ["wanted.json", (home) => createWantedStore(home).read()],
  ["secrets.json", (home) => readSecrets({ secrets: join(home, "secrets.json") } as HomePaths)],
])("%s in a format that is not known is refused", async (file, read) => {
  await using home = await mkdtempDisposable(join(tmpdir(), "sliceway-home-"));
  const path = join(home.path, file);
  await writeFile(path, '{"format":2}');
  await expect(read(home.path)).rejects.toMatchObject({
    code: "FORMAT_UNKNOWN",
    message: expect.stringContaining(path),
  });
});
