import { spawn } from "node:child_process";
import { once } from "node:events";

export interface Ran {
  code: number | null;
  /** What it wrote to standard output and standard error. */
  output: string;
}

/** Runs a line as a workflow's step does. */
export async function run(line: string, { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Ran> {
  const child = spawn("bash", ["-e", "-c", line], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  const [code] = await once(child, "close");
  return { code, output };
}
