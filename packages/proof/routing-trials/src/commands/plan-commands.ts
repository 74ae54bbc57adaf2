import { createRandom, type Random } from "@sliceway/random";
import { FIRST_NUMBER, OLDEST, SLICES } from "../releases/trial-release.ts";
import type { Command, Numbered } from "./command.ts";

/** Of each slice so many releases are about at a time. */
const WINDOW = 5;
/** After so many commands the oldest of them gives way to a new one: those that were revoked never come back. */
const STEP = 16;

/** The commands of a trial in groups: those of one group are sent at the same time. Follows from the seed alone. */
export function planCommands(seed: number, count: number): Numbered[][] {
  const random = createRandom(seed);
  const groups: Numbered[][] = [];
  for (let number = 1; number <= count; ) {
    const size = Math.min(count - number + 1, groupSize(random));
    const about = { base: FIRST_NUMBER + Math.floor(number / STEP), tried: findTried(groups) };
    const group = Array.from({ length: size }, (_, index) => planCommand(random, number + index, about));
    const together = group.filter((command) => !isAlone(command));
    const alone = group.filter((command) => !together.includes(command));
    groups.push(...alone.map((command) => [command]), together);
    number += size;
  }
  return groups.filter((group) => group.length > 0);
}

/** The clock goes for all; visitors come when it is known who has what. */
function isAlone({ kind }: Command): boolean {
  return kind === "pass" || kind === "visit";
}

function groupSize(random: Random): number {
  return random.pick([1, 1, 2, 2, 3, 3, 4]);
}

function findTried(groups: readonly (readonly Numbered[])[]): string {
  const canary = groups.flat().findLast(({ kind }) => kind === "canary");
  return canary?.kind === "canary" ? (canary.releases[0]?.split("@")[0] ?? SLICES[0]) : SLICES[0];
}

function planCommand(random: Random, number: number, about: About): Numbered {
  const make = makerFor(random.between(0, 99));
  return { number, ...make(random, about) };
}

/** What commands are about. */
interface About {
  /** The number of the oldest releases. */
  base: number;
  /** The slice of the last canary. */
  tried: string;
}

type Make = (random: Random, about: About) => Command;

const SHARES: readonly (readonly [share: number, make: Make])[] = [
  [27, (random, { base }) => ({ kind: "deploy", releases: pickSet(random, base) })],
  [17, planCanary],
  [17, planRollback],
  [13, planPromotion],
  [6, (random, { base }) => ({ kind: "revoke", release: pickRelease(random, base) })],
  [8, planPreview],
  [4, (random) => ({ kind: "end-preview", name: pickName(random) })],
  [4, (random) => ({ kind: "pass", minutes: random.pick([1, 6, 16]) })],
  [4, planVisit],
];

function makerFor(share: number): Make {
  let end = 0;
  for (const [own, make] of SHARES) {
    end += own;
    if (share < end) return make;
  }
  throw new Error("the shares of the commands are 100 together");
}

function planCanary(random: Random, { base }: About): Command {
  const steps = random.pick([[10], [10, 50], [25, 100], [50], [60], [5, 30, 100], [100]]);
  return { kind: "canary", releases: pickSet(random, base), steps };
}

function planRollback(random: Random): Command {
  const slice = random.pick(SLICES);
  return { kind: "rollback", slice, ...(random.next() < 0.15 && { only: "canary" as const }) };
}

function planPromotion(random: Random, { tried }: About): Command {
  const to = random.pick(["its next share", "its next share", 30, 75, 100]);
  const slice = pickTried(random, tried);
  return { kind: "promote", slice, ...(typeof to === "number" && { to }) };
}

function planPreview(random: Random, { base }: About): Command {
  const minutes = random.pick([15, 30, 600]);
  return { kind: "open-preview", name: pickName(random), releases: pickSet(random, base), minutes };
}

function planVisit(random: Random, { tried }: About): Command {
  return { kind: "visit", slice: pickTried(random, tried), fails: random.next() < 0.4 };
}

/** Mostly the slice whose canary may be under way. */
function pickTried(random: Random, tried: string): string {
  return random.next() < 0.7 ? tried : random.pick(SLICES);
}

function pickName(random: Random): string {
  return random.pick(["pr-1", "pr-2"]);
}

/** Of one slice mostly, sometimes of several. */
function pickSet(random: Random, base: number): string[] {
  const size = random.pick([1, 1, 1, 1, 2, 3]);
  const first = random.between(0, SLICES.length - 1);
  return Array.from({ length: size }, (_, index) =>
    pickOf(random, SLICES[(first + index) % SLICES.length] ?? SLICES[0], base),
  );
}

function pickRelease(random: Random, base: number): string {
  return pickOf(random, random.pick(SLICES), base);
}

function pickOf(random: Random, slice: string, base: number): string {
  if (OLDEST.startsWith(`${slice}@`) && random.next() < 0.08) return OLDEST;
  return `${slice}@${base + random.between(0, WINDOW - 1)}`;
}
