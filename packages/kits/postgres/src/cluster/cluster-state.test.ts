import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readClusterState, writeClusterState } from "./cluster-state.ts";

test.each([
  ["FORMAT_UNKNOWN", '{"format":2,"password":"x"}'],
  ["POSTGRES_DATA_UNKNOWN", "{"],
])("is refused with %s: %s", async (code, text) => {
  await using dir = await mkdtempDisposable(join(tmpdir(), "sliceway-postgres-"));
  await writeClusterState(dir.path, { password: "x" });
  expect(await readClusterState(dir.path)).toEqual({ password: "x" });
  await writeFile(join(dir.path, "sliceway.json"), text);
  await expect(readClusterState(dir.path)).rejects.toMatchObject({ code });
});
