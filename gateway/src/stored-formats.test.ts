import { mkdir, mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createLogger } from "@sliceway/service-kit";
import { expect, test } from "vitest";
import { readGatewayId } from "./gateway-id.ts";
import { PlatformState } from "./routing/platform-state.ts";
import { createVectorStore } from "./routing/vector-store.ts";

type PlatformParts = ConstructorParameters<typeof PlatformState>[0];

const openState = () => mkdtempDisposable(join(tmpdir(), "sliceway-gateway-"));

async function leaveFormat2(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ format: 2, id: "gateway-1" }));
}

test("the gateway's name in a format that is not known is refused", async () => {
  await using state = await openState();
  const path = join(state.path, "gateway-id.json");
  await leaveFormat2(path);
  await expect(readGatewayId(state.path)).rejects.toMatchObject({
    code: "FORMAT_UNKNOWN",
    message: expect.stringContaining(path),
  });
});

test("the registry's state in a format that is not known is refused", async () => {
  await using state = await openState();
  const path = join(state.path, "registry-state.json");
  await leaveFormat2(path);
  const platform = new PlatformState({ stateDir: state.path } as PlatformParts);
  await expect(platform.restore()).rejects.toMatchObject({
    code: "FORMAT_UNKNOWN",
    message: expect.stringContaining(path),
  });
});

test("a vector in a format that is not known is said in the log, and the registry is asked for it", async () => {
  await using state = await openState();
  const lines: string[] = [];
  const log = createLogger({ name: "test", destination: { write: (line: string) => void lines.push(line) } });
  await leaveFormat2(join(state.path, "v-3f9c2a1b04de.json"));
  const store = createVectorStore(state.path, { getVector: () => Promise.reject(new Error("away")) }, log);
  expect(await store.find("v-3f9c2a1b04de")).toEqual({ kind: "missing", why: "unreachable" });
  expect(lines).toEqual([expect.stringMatching(/v-3f9c2a1b04de\.json is of format 2/)]);
});
