import { SlicewayError } from "@sliceway/errors";
import {
  type DeadLetter,
  listDeadLetters,
  listReplayed,
  type Replayed,
  replayDeadLetters,
} from "@sliceway/events";
import { sleep } from "@sliceway/service-kit";
import type { Command } from "commander";
import { type Context, openContext } from "../context.ts";
import { errors } from "../events/events-errors.ts";
import { inSliceDatabase, type SliceDatabase } from "../events/in-slice-database.ts";
import { findId, shortenId } from "../events/short-ids.ts";
import { examples } from "../examples.ts";
import type { Colors, Io } from "../io.ts";
import { inOneLine } from "../report/in-one-line.ts";

interface ReplayOptions {
  /** Beginnings of ids. */
  ids: string[];
  all: boolean;
  type?: string;
}

const POLL_MS = 200;
/** A consumer that has tried none of them for so long is not there. */
const PATIENCE_MS = 15_000;

export function addEventsReplay(events: Command, io: Io): void {
  events
    .command("replay")
    .description("Try dead letters again, and say what became of each.")
    .argument("<slice>")
    .argument("[id...]", "as `sliceway events dead` shows them")
    .option("--all", "all of the slice", false)
    .option("--type <type>", "those of a type, such as posts.PostPublished.v1")
    .addHelpText(
      "after",
      examples("sliceway events replay feeds 3f9c2a1b", "sliceway events replay feeds --all"),
    )
    .action(async (slice: string, ids: string[], options: { all: boolean; type?: string }) =>
      eventsReplay(await openContext(io), slice, { ids, ...options }),
    );
}

/**
 * Lets a slice try dead letters again, and says what became of each. Throws SlicewayError `REPLAY_UNCLEAR`,
 * `REPLAY_FAILED` if one failed again or was not tried, and what `findId` and `inSliceDatabase` throw.
 */
async function eventsReplay(context: Context, slice: string, options: ReplayOptions): Promise<void> {
  const { io } = context;
  const isClear =
    [options.ids.length > 0, options.all, options.type !== undefined].filter(Boolean).length === 1;
  if (!isClear) throw replayUnclear(slice);
  const replayed = await inSliceDatabase(context, slice, async (database) => {
    const ids = choose(await listDeadLetters(database.db), slice, options);
    const due = new Set(await replayDeadLetters(database.db, { ids }));
    return await awaitReplayed(
      database,
      ids.filter((id) => due.has(id)),
    );
  });
  if (replayed.length === 0) io.print(`Nothing to replay: ${slice} has no such dead letters.`);
  const ids = replayed.map(({ id }) => id);
  for (const one of replayed) io.print(render(one, ids, io.colors));
  const failed = replayed.filter(({ outcome }) => outcome !== "applied");
  if (failed.length > 0) throw replayFailed(slice, failed, replayed.length);
}

function choose(letters: DeadLetter[], slice: string, { ids, type }: ReplayOptions): string[] {
  const known = letters.map(({ id }) => id);
  if (ids.length > 0) return [...new Set(ids.map((beginning) => findId(beginning, known, slice)))];
  return letters.filter((letter) => type === undefined || letter.type === type).map(({ id }) => id);
}

function render(replayed: Replayed, ids: string[], { green, red, yellow }: Colors): string {
  const id = shortenId(replayed.id, ids);
  if (replayed.outcome === "applied") return `${green("✔")} ${id}  replayed, had its effect`;
  if (replayed.outcome === "failed") return `${red("✘")} ${id}  failed again: ${inOneLine(replayed.reason)}`;
  return `${yellow("-")} ${id}  not tried yet`;
}

function replayFailed(slice: string, failed: Replayed[], all: number): SlicewayError {
  const isUntried = failed.every(({ outcome }) => outcome === "waiting");
  const text = errors.REPLAY_FAILED(
    `${failed.length} of ${all} did not have ${failed.length === 1 ? "its" : "their"} effect.`,
    { slice },
  );
  const fix = `They are due; a live server of ${slice} takes them. See whether one runs: sliceway status.`;
  return new SlicewayError(isUntried ? { ...text, fix } : text);
}

function replayUnclear(slice: string): SlicewayError {
  return new SlicewayError(errors.REPLAY_UNCLEAR("It is not clear which dead letters to replay.", { slice }));
}

/** Waits until each of the replayed events was tried, or none for 15 s; says what became of them, in their order. */
async function awaitReplayed({ db }: SliceDatabase, ids: readonly string[]): Promise<Replayed[]> {
  let untried = Number.POSITIVE_INFINITY;
  let movedAt = performance.now();
  for (;;) {
    const found = await listReplayed(db, ids);
    const left = found.filter(({ outcome }) => outcome === "waiting").length;
    if (left < untried) movedAt = performance.now();
    untried = left;
    if (left === 0 || performance.now() - movedAt > PATIENCE_MS) return found;
    await sleep(POLL_MS);
  }
}
