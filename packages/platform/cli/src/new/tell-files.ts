import { dirname } from "node:path";
import type { Io } from "../io.ts";
import type { PlannedFile } from "./plan-files.ts";

/** Lists files, a line for each folder, no wider than a terminal is. */
export function tellFiles(io: Io, files: readonly PlannedFile[]): void {
  const folders = [...Map.groupBy(files, ({ path }) => dirname(path))].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [folder, inside] of folders) {
    io.print(`  ${folder}/`);
    for (const line of wrap(inside.map(({ path }) => path.slice(folder.length + 1))))
      io.print(io.colors.dim(`    ${line}`));
  }
}

const WIDTH = 74;

function wrap(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + name.length <= WIDTH)
      lines[lines.length - 1] = `${last}  ${name}`;
    else lines.push(name);
  }
  return lines;
}
