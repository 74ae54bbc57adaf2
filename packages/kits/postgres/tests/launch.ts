import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { InstalledLauncher } from "./install-launcher.ts";

const line = z.union([
  z.object({ adminUrl: z.string() }),
  z.object({ code: z.string(), message: z.string(), fix: z.string() }),
]);

export interface Launcher extends AsyncDisposable {
  readonly pid: number;
  /** Its first line: the URL, or the error it ended with. */
  readonly said: z.infer<typeof line>;
  readonly exit: Promise<unknown>;
}

interface LaunchOptions {
  uid?: number;
  gid?: number;
  path?: string;
  /** Node and fixture; else those of the project. */
  installed?: Pick<InstalledLauncher, "node" | "fixture">;
}

const ofProject = {
  node: process.execPath,
  fixture: join(import.meta.dirname, "fixtures", "launcher.ts"),
};

/** Starts the fixture in a process group of its own: as a shell starts a command, optionally as another user. */
export async function launch(home: string, options: LaunchOptions = {}): Promise<Launcher> {
  const { path = process.env.PATH, installed: { node, fixture } = ofProject, ...ids } = options;
  const child = spawn(node, [fixture, home], {
    ...ids,
    detached: true,
    // The project's folder may be one that the user cannot enter.
    cwd: "/",
    stdio: ["ignore", "pipe", "inherit"],
    env: { PATH: path },
  });
  const exit = once(child, "exit");
  const [text] = await once(createInterface(child.stdout), "line");
  return {
    pid: child.pid ?? 0,
    said: line.parse(JSON.parse(text)),
    exit,
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await exit;
    },
  };
}

/** The URL it said; throws the error it said instead. */
export function urlOf({ said }: Launcher): string {
  if ("adminUrl" in said) return said.adminUrl;
  throw new Error(`${said.code}: ${said.message} ${said.fix}`);
}
