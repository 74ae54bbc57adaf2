import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect } from "@playwright/test";

/** The command, as `npm install` puts it there. */
const bin = resolve(import.meta.dirname, "../../../../node_modules/.bin/sliceway");

/** `sliceway dev` as somebody runs it in a terminal. */
export interface RunningDev extends AsyncDisposable {
  /** Lets a browser see what is worked on. */
  link: string;
  /** All that it said. */
  said(): string;
  /** Waits until it has said something like that since the last time. */
  says(pattern: RegExp): Promise<void>;
  /** Resolves to the exit code, null after SIGKILL. */
  end(signal: "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/** Starts it in a project, for the platform of a home, and waits for the link. */
export async function runDev(
  { dir, home }: { dir: string; home: string },
  ...argv: string[]
): Promise<RunningDev> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [bin, "dev", ...argv], {
    cwd: dir,
    env: { PATH, HOME, SLICEWAY_HOME: home },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close").then(([code]): number | null => code);
  let [text, heard] = ["", 0];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  const says = async (pattern: RegExp) => {
    const find = () => pattern.exec(text.slice(heard)) ?? (child.exitCode === null ? null : "ended");
    await expect.poll(find, { message: `${pattern}`, timeout: 150_000 }).toBeTruthy();
    const found = pattern.exec(text.slice(heard));
    if (!found) throw new Error(`It ended without ${pattern}:\n${text}`);
    heard += found.index + found[0].length;
  };
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return await closed;
  };
  await says(/^end {3}/m);
  return {
    link: /^open {2}(\S+)$/m.exec(text)?.[1] ?? "",
    said: () => text,
    says,
    end,
    [Symbol.asyncDispose]: async () => void (await end("SIGKILL")),
  };
}
