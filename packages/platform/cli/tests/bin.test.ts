import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { temporaryFolder } from "../src/testing/temporary-folder.ts";

const bin = resolve(import.meta.dirname, "../bin/sliceway.js");

async function runBin(node: string, cwd: string, ...argv: string[]) {
  const child = spawn(node, [bin, ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const [printed, warned, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { printed, warned, code };
}

/** The Node that people have installed, beside the one that the project brings along; it may be an older one. */
function findNodes(): string[] {
  const dirs = (process.env.PATH ?? "")
    .split(":")
    .filter((dir) => dir !== "" && !dir.includes("node_modules"));
  const installed = dirs.find((dir) => listNames(dir).includes("node"));
  return [process.execPath, ...(installed ? [join(installed, "node")] : [])];
}

function listNames(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

test.each(findNodes())("the command runs with %s and hands on output and exit code", async (node) => {
  await using folder = await temporaryFolder({ "slices/notes/slice.json": "{}" });
  expect(await runBin(node, folder.path, "--version")).toMatchObject({
    code: 0,
    printed: "0.1.0\n",
    warned: "",
  });
  const status = await runBin(node, folder.path, "status");
  expect([status.code, status.warned]).toEqual([1, expect.stringMatching(/^No platform runs from/)]);
});
