import { isDeepStrictEqual } from "node:util";
import type { Deployment, Routing } from "@sliceway/protocol";
import type { AuditEntry, RoutingChange } from "@sliceway/protocol/api";
import { line } from "../model/describe-change.ts";
import type { World } from "../world/start-world.ts";
import { waitUntil } from "../world/wait-until.ts";
import type { Change, Observed, ObservedAnswer, ObservedDeployment } from "./observed.ts";

/** Of one group of commands. */
interface Group {
  answers: Record<number, ObservedAnswer>;
  /** All that are or were under way. */
  deployments: string[];
  /** The last revision that is known. */
  revision: number;
}

/** Where the next group goes on. */
export interface Sight {
  observed: Observed;
  revision: number;
  /** What is wrong whatever the commands were. */
  faults: string[];
}

/** Waits until nothing moves any more, and reads all there is to see. */
export async function observe(world: World, { answers, deployments, revision }: Group): Promise<Sight> {
  const { registry, readView } = world;
  const ended = await waitUntilStill(world, deployments);
  const { routing, history, audit } = await readConsistently(world);
  const now = registry.now().getTime();
  const rows = history.filter((row) => row.revision > revision).reverse();
  const before = history.find((row) => row.revision === revision);
  const entries = audit.filter(({ at }) => Date.parse(at) >= now - GROUP_MS);
  const changes = await Promise.all(
    rows.filter((row) => !isOfOldPages(row)).map((row) => readChange(world, row, entries)),
  );
  const faults = [
    ...findGaps(rows, revision),
    ...findUnequal(rows.at(-1) ?? before, routing),
    ...(before ? await findMoved(world, [before, ...rows]) : []),
    ...rows.flatMap(findOverlaps),
  ];
  const observed: Observed = {
    now,
    answers,
    changes,
    noted: entries
      .filter((entry) => entry.revision === null)
      .flatMap((entry) => note(world, entry))
      .sort(),
    deployments: Object.fromEntries(ended.map((deployment) => [deployment.id, describe(deployment)])),
    view: await readView(routing),
  };
  return { observed, revision: routing.revision, faults };
}

/** The clock stands still while a group is under way; the one before was a second earlier at least. */
const GROUP_MS = 500;

/** Until each is over or a canary that stays at its share: all of them in the same look, at the same routing. */
async function waitUntilStill(
  { registry: { client } }: World,
  ids: readonly string[],
): Promise<Deployment[]> {
  return await waitUntil("the deployments to end or to stay", async () => {
    const { revision } = await client.getRouting();
    const deployments = await Promise.all(ids.map((id) => client.getDeployment(id)));
    const { revision: after, canaries } = await client.getRouting();
    const areStill = deployments.every((one) => one.state !== "running" || isHeld(one, canaries));
    return areStill && revision === after ? deployments : null;
  });
}

function isHeld({ id, steps, canary, vector }: Deployment, canaries: Routing["canaries"]): boolean {
  const step = steps.find(({ state }) => state === "running");
  const own = canaries.find(({ deployment }) => deployment === id);
  return step?.name === "canary" && (canary?.stages.length ?? 0) > 0 && own?.vector === vector;
}

/** Routing, history and audit of one revision, which the watch stream has told as well. */
async function readConsistently({ registry: { client }, fakes }: World) {
  return await waitUntil("the watch stream to tell what GET /v1/routing does", async () => {
    const routing = await client.getRouting();
    const [history, audit] = [await client.listHistory(), await client.listAudit()];
    const isTold = isDeepStrictEqual(fakes.latest()?.routing, routing);
    return isTold && history[0]?.revision === routing.revision ? { routing, history, audit } : null;
  });
}

async function readChange(
  { names, readView }: World,
  row: RoutingChange,
  entries: readonly AuditEntry[],
): Promise<Change> {
  const own = entries.filter(({ revision }) => revision === row.revision);
  return {
    revision: row.revision,
    cause: names.translate(row.cause),
    view: await readView(row),
    lines: own.map(({ what, from, to }) => names.translate(line(what, from, to))).sort(),
    by: [...new Set(own.map(({ who }) => who))],
  };
}

function isOfOldPages({ cause }: RoutingChange): boolean {
  return cause.startsWith("old pages: ");
}

/** Deployments that began, canaries that were promoted to all. */
function note({ names }: World, { what, from, to }: AuditEntry): string[] {
  if (what === "deploy") return [names.translate(`deploy ${to}`)];
  return what === "canary" ? [names.translate(`canary ${from} -> ${to}`)] : [];
}

function describe({ state, problems }: Deployment): ObservedDeployment {
  return { state, codes: [...new Set(problems.map(({ code }) => code))].sort() };
}

function findGaps(rows: readonly RoutingChange[], revision: number): string[] {
  return rows.flatMap((row, index) =>
    row.revision === revision + 1 + index ? [] : [`revision ${row.revision} follows ${revision + index}`],
  );
}

/** Rollbacks and previews whose time is over stay in the history. */
function findUnequal(last: RoutingChange | undefined, routing: Routing): string[] {
  const { live, canaries, revoked, revision } = routing;
  const own = last && {
    live: last.live,
    canaries: last.canaries,
    revoked: last.revoked,
    revision: last.revision,
  };
  return isDeepStrictEqual(own, { live, canaries, revoked, revision })
    ? []
    : ["the last revision of the history is not the routing"];
}

/** Old pages move nobody else; and who has a canary keeps it while it grows. */
async function findMoved({ readView }: World, rows: readonly RoutingChange[]): Promise<string[]> {
  const found: string[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (!before) continue;
    if (isOfOldPages(row) && !isDeepStrictEqual(await readView(before), await readView(row)))
      found.push(`revision ${row.revision} was for old pages and changed more`);
    found.push(...findMovedBack(before, row));
  }
  return found;
}

function findMovedBack(before: RoutingChange, after: RoutingChange): string[] {
  return after.canaries.flatMap(({ deployment, ranges }) => {
    const old = before.canaries.find((canary) => canary.deployment === deployment)?.ranges ?? [];
    const isKept = old.every(({ from, to }) => ranges.some((one) => one.from <= from && to <= one.to));
    return isKept
      ? []
      : [`revision ${after.revision} takes the canary ${deployment} from visitors who had it`];
  });
}

function findOverlaps({ revision, canaries }: RoutingChange): string[] {
  const ranges = canaries.flatMap((canary) => canary.ranges).sort((a, b) => a.from - b.from);
  const overlaps = ranges.some(({ from }, index) => from < (ranges[index - 1]?.to ?? 0));
  return overlaps ? [`revision ${revision} gives visitors two canaries`] : [];
}
