import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { readDeadLetters, type SliceDeadLetter } from "../events/read-dead-letters.ts";
import { shortenId } from "../events/short-ids.ts";
import { examples } from "../examples.ts";
import type { Colors, Io } from "../io.ts";
import { inOneLine } from "../report/in-one-line.ts";
import { renderAge } from "../report/render-age.ts";
import { renderTable } from "../report/render-table.ts";

export function addEventsDead(events: Command, io: Io): void {
  events
    .command("dead")
    .description("List dead letters: events that failed too often to be tried again.")
    .argument("[slice]", "where they failed; without it all slices")
    .option("--json", "print a JSON array, described in packages/platform/cli/README.md", false)
    .addHelpText(
      "after",
      examples("sliceway events dead", "sliceway events dead feeds --json | jq '.[].reason'"),
    )
    .action(async (slice: string | undefined, options: { json: boolean }) =>
      eventsDead(await openContext(io), slice, options),
    );
}

/** Lists the events that a slice, or without a name each, could not take. Throws what `inSliceDatabase` throws. */
async function eventsDead(
  context: Context,
  slice: string | undefined,
  { json }: { json: boolean },
): Promise<void> {
  const { io } = context;
  const letters = await readDeadLetters(context, slice);
  if (json) io.print(JSON.stringify(letters, null, 2));
  else
    for (const line of renderDeadLetters(letters, slice, { colors: io.colors, now: new Date() }))
      io.print(line);
}

/** Dead letters for a terminal: a table, and what can be done about them. */
function renderDeadLetters(
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
