import type { Io } from "../io.ts";
import { renderTable } from "../report/render-table.ts";

/** Says how to go on from what was written. */
export function tellNextSteps(io: Io, name: string, { install }: { install: boolean }): void {
  const steps = [
    ...(install ? [] : [["npm install", "link its packages"]]),
    [`sliceway dev ${name}`, "see it alone, with every change"],
    [`sliceway deploy ${name}`, "make it live, with a link to it"],
    [`npx vitest run slices/${name}`, "run its tests"],
  ];
  io.print("");
  io.print(io.colors.bold("Next"));
  for (const line of renderTable(steps)) io.print(`  ${line}`);
}
