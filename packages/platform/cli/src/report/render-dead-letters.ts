import type { SliceDeadLetter } from "../events/read-dead-letters.ts";
import { shortenId } from "../events/short-ids.ts";
import type { Colors } from "../io.ts";
import { inOneLine } from "./in-one-line.ts";
import { renderAge } from "./render-age.ts";
import { renderTable } from "./render-table.ts";

/** Dead letters for a terminal: a table, and what can be done about them. */
export function renderDeadLetters(
  letters: readonly SliceDeadLetter[],
  slice: string | undefined,
  { colors, now }: { colors: Colors; now: Date },
): string[] {
  const { dim } = colors;
  if (letters.length === 0)
    return [`No dead letters${slice ? ` in ${slice}` : ""}: every event had its effect, or is being tried.`];
  const head = ["slice", "id", "type", "aggregate", "age", "attempts", "behind", "reason"].map(dim);
  const ids = letters.map(({ id }) => id);
  const whose = slice ?? "<slice>";
  return [
    ...renderTable([head, ...letters.map((letter) => rowOf(letter, ids, { colors, now }))]),
    "",
    dim(`try again  sliceway events replay ${whose} <id>    or --all, or --type <type>`),
    dim(`give up    sliceway events discard ${whose} <id> --reason <text>`),
  ];
}

function rowOf(
  letter: SliceDeadLetter,
  ids: string[],
  { colors, now }: { colors: Colors; now: Date },
): string[] {
  const age = (now.getTime() - letter.firstFailedAt.getTime()) / 1000;
  return [
    letter.slice,
    colors.bold(shortenId(letter.id, ids)),
    letter.type,
    letter.subject,
    renderAge(Math.max(0, age)),
    String(letter.attempts),
    String(letter.waiting),
    colors.red(inOneLine(letter.reason)),
  ];
}
