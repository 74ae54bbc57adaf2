import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test, vi } from "vitest";
import { askSlice } from "../src/testing/ask-slice.ts";
import { environment, startNotes } from "./start-notes.ts";

/** One file, as a release holds it. */
async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: [resolve(import.meta.dirname, "notes/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    logLevel: "silent",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
}

test("a slice runs as one bundled file: seed, serve, stop on SIGTERM", async () => {
  await using notes = await startNotes();
  const dir = await mkdtemp(join(tmpdir(), "sliceway-bundle-"));
  const file = join(dir, "server.mjs");
  await bundle(file);
  const run = (...argv: string[]) =>
    spawn(process.execPath, [file, ...argv], {
      cwd: dir,
      env: environment(notes, "bundled"),
      stdio: ["ignore", "pipe", "inherit"],
    });

  expect(await once(run("seed"), "exit")).toEqual([0, null]);
  const server = run();
  const exit = once(server, "exit");
  await vi.waitFor(() => expect(notes.registry.urls.has("bundled")).toBe(true), 15_000);
  const url = notes.registry.urls.get("bundled") ?? "";
  const answer = await askSlice(url, await notes.gateway.sign("notes"), { query: "{ notes }" });
  expect(answer.data).toEqual({ notes: ["demo"] });
  server.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  await rm(dir, { recursive: true });
});

test("wrong settings are named, all of them", async () => {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, "notes/main.ts")], {
    env: { SLICE: "notes", PORT: "x" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk) => said.push(chunk));
  expect(await once(child, "close")).toEqual([1, null]);
  const text = Buffer.concat(said).toString();
  for (const name of ["PORT", "DATABASE_URL", "REGISTRY_URL"]) expect(text).toContain(name);
});
