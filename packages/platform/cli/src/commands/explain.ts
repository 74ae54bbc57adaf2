import { SlicewayError } from "@sliceway/errors";
import type { Command } from "commander";
import { errors } from "../errors.ts";
import { examples } from "../examples.ts";
import catalogue from "../explain/catalogue.json" with { type: "json" };
import { findNear } from "../explain/find-near.ts";
import type { Io } from "../io.ts";
import { renderTable } from "../report/render-table.ts";

export function addExplain(program: Command, io: Io): void {
  program
    .command("explain")
    .description("Say what an error means and what to do about it; without a code list all.")
    .argument("[code]", "as it stands with the error, such as PORT_TAKEN")
    .addHelpText("after", examples("sliceway explain", "sliceway explain PORT_TAKEN"))
    .action((code: string | undefined) => (code === undefined ? list(io) : explain(io, code.toUpperCase())));
}

function list({ print, colors }: Io): void {
  const rows = Map.groupBy(catalogue, ({ code }) => code);
  const lines = [...rows].map(([code, [row]]) => [colors.bold(code), row?.title ?? ""]);
  for (const line of renderTable(lines.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)))) print(line);
}

/** Throws SlicewayError `CODE_UNKNOWN`. */
function explain({ print, colors }: Io, code: string): void {
  const rows = catalogue.filter((row) => row.code === code);
  if (rows.length === 0) throw codeUnknown(code);
  for (const { package: name, title, fix } of rows) {
    print(`${colors.bold(code)}  ${title}  ${colors.dim(name)}`);
    print(`  ${fix.replaceAll(/\{(\w+)\}/g, "<$1>")}`);
  }
}

function codeUnknown(code: string): SlicewayError {
  const text = errors.CODE_UNKNOWN(`No error has the code ${code}.`);
  const near = findNear(code, [...new Set(catalogue.map((row) => row.code))]);
  return new SlicewayError(
    near.length > 0 ? { ...text, fix: `Is it one of these? ${near.join(", ")}.` } : text,
  );
}
