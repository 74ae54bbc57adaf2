import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

const fixture = join(import.meta.dirname, "fixtures", "process.ts");

function start(how: string) {
  const child = spawn(process.execPath, [fixture, how], { env: { PATH: process.env.PATH } });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => (output.stdout += chunk));
  child.stderr.on("data", (chunk) => (output.stderr += chunk));
  return {
    output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    exit: once(child, "close").then(([code]) => code as number),
    logged: (text: string) => vi.waitFor(() => expect(output.stdout).toContain(text), 10_000),
  };
}

test.each(["SIGTERM", "SIGINT"] as const)("%s unwinds the stack and exits with 0", async (signal) => {
  const child = start("well");
  await child.logged("started");
  child.kill(signal);
  expect(await child.exit).toBe(0);
  expect(child.output.stdout).toMatch(/stopping[\s\S]+closing[\s\S]+first opened, last closed/);
});

test("a second signal ends it at once", async () => {
  const child = start("stuck");
  await child.logged("started");
  child.kill("SIGTERM");
  await child.logged("stopping");
  child.kill("SIGINT");
  expect(await child.exit).toBe(130);
});

test("a signal while starting stops the start", async () => {
  const child = start("slow");
  await child.logged("started");
  child.kill("SIGTERM");
  expect(await child.exit).toBe(0);
  expect(child.output.stdout).toContain("closing");
});

test("an expected failure prints what and what to do, and unwinds", async () => {
  const child = start("unready");
  expect(await child.exit).toBe(1);
  expect(child.output.stderr).toBe("The port is taken.\nTake another one.\n");
  expect(child.output.stdout).toContain("closing");
});

test("a bug is logged with its stack", async () => {
  const child = start("bug");
  expect(await child.exit).toBe(1);
  expect(child.output.stdout).toMatch(/"level":"fatal".+"type":"TypeError".+process\.ts/);
});

test("an error that nobody caught is logged; the rest is closed in order", async () => {
  const child = start("late-bug");
  expect(await child.exit).toBe(1);
  expect(child.output.stdout).toMatch(/closing[\s\S]+"level":"fatal".+nobody caught this/);
});

test("a forgotten handle does not keep the process alive", async () => {
  const child = start("forgetful");
  await child.logged("started");
  child.kill("SIGTERM");
  expect(await child.exit).toBe(0);
  expect(child.output.stdout).toContain('"open":[');
});
