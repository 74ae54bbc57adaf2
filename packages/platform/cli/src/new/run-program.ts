import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Ended {
  /** Null if a signal ended it. */
  code: number | null;
  /** What it wrote, errors too. */
  output: string;
}

/** Runs a program to its end, telling of each line that it writes. Rejects if it cannot be started. */
export async function runProgram(
  [file, ...args]: [string, ...string[]],
  { cwd, onLine = () => {} }: { cwd: string; onLine?: (line: string) => void },
): Promise<Ended> {
  const child = spawn(file, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const line = text.trim().split("\n").at(-1);
      if (line) onLine(line);
    });
  const [code] = await once(child, "close");
  return { code, output };
}
