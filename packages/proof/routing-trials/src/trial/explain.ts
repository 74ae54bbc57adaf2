import { isDeepStrictEqual } from "node:util";
import { type Numbered, renderCommand } from "../commands/command.ts";
import { carryOn } from "../model/deploy.ts";
import { describeChange } from "../model/describe-change.ts";
import { forgetDeployments, keepTime } from "../model/keep-time.ts";
import { isUnderWay, type Model, type Move, type View } from "../model/model.ts";
import { obey } from "../model/obey.ts";
import { obeyLate } from "../model/obey-late.ts";
import type { Change, Observed, ObservedAnswer } from "./observed.ts";

export type Explanation =
  /** What was seen follows from the commands in some order; the model after it. */
  | { ok: true; model: Model }
  /** It follows from no order; how far the best one came, and where it ends. */
  | { ok: false; reason: string };

interface Node {
  model: Model;
  /** Commands that are still to come in this order. */
  left: readonly Numbered[];
  /** Changes of the routing that are accounted for. */
  seen: number;
  noted: readonly string[];
  path: readonly string[];
}

interface Search {
  before: View;
  observed: Observed;
  isAlone: boolean;
  tried: Set<string>;
  best: { depth: number; reasons: string[] };
}

/**
 * Finds an order of the commands, and of what the registry does by itself, from which all follows that was seen: each
 * answer, each revision of the routing with its audit, how deployments ended, what holds in the end.
 */
export function explain(before: Model, commands: readonly Numbered[], observed: Observed): Explanation {
  const model = keepTime(before, observed.now);
  const search: Search = {
    before: model,
    observed,
    isAlone: commands.length === 1,
    tried: new Set(),
    best: { depth: -1, reasons: [] },
  };
  const after = explore(search, { model, left: commands, seen: 0, noted: [], path: [] });
  if (after) return { ok: true, model: forgetDeployments(after) };
  return { ok: false, reason: [...new Set(search.best.reasons)].join("\n") };
}

function explore(search: Search, node: Node): Model | null {
  const { model, left, seen, noted } = node;
  const key = JSON.stringify([left.map(({ number }) => number), seen, noted, model]);
  if (search.tried.has(key)) return null;
  search.tried.add(key);
  const nodes = [...listObeyed(search, node), ...listCarriedOn(search, node)];
  for (const next of nodes) {
    const found = explore(search, next);
    if (found) return found;
  }
  const isOver = left.length === 0 && !Object.keys(model.deployments).some((id) => carryOn(model, id));
  return isOver ? compareEnd(search, node) : null;
}

function listObeyed(search: Search, node: Node): Node[] {
  return node.left.flatMap((command) => {
    const left = node.left.filter((other) => other !== command);
    const answer = search.observed.answers[command.number];
    if (!answer) throw new Error(`nothing was answered to ${renderCommand(command)}`);
    // Somebody else was quicker each time: nothing was done.
    if (answer.code === "ROUTING_MOVED" && !search.isAlone) return [{ ...node, left }];
    const begun = { id: answer.deployment ?? "refused", createdAt: search.observed.now };
    const moves = [obey(node.model, command, begun), ...listLate(search, node, command)];
    return moves.flatMap((move) => acceptAnswered(search, { ...node, left }, move, command));
  });
}

/** Of several at once, each may have been sent when something else held than what it meets. */
function listLate({ before, observed, isAlone }: Search, { model, seen }: Node, command: Numbered): Move[] {
  if (isAlone) return [];
  const views = [before, ...observed.changes.slice(0, seen).map(({ view }) => view)];
  return views.flatMap((view) => obeyLate(model, command, view) ?? []);
}

function acceptAnswered(search: Search, node: Node, move: Move, command: Numbered): Node[] {
  const name = renderCommand(command);
  const next = accept(search, node, move, name);
  if (!next) return [];
  const answer = search.observed.answers[command.number];
  const difference = answer ? compareAnswer(move, answer) : "nothing was answered";
  return difference === null ? [next] : reject(search, node, `${name}: ${difference}`);
}

function listCarriedOn(search: Search, node: Node): Node[] {
  return Object.keys(node.model.deployments).flatMap((id) => {
    const move = carryOn(node.model, id);
    const { phase, releases } = node.model.deployments[id] ?? {};
    const next = move && accept(search, node, move, `${id} (${releases?.join(" ")}) after ${phase}`);
    return next ? [next] : [];
  });
}

/** The node after a move, if what it writes is what was written next. */
function accept(search: Search, node: Node, move: Move, name: string): Node | null {
  const next = {
    ...node,
    model: move.model,
    noted: [...node.noted, ...(move.noted ?? [])],
    path: [...node.path, name],
  };
  if (!move.written) return next;
  const change = search.observed.changes[node.seen];
  const difference = change
    ? compareChange(node.model, move, change)
    : "it writes the routing, and nothing was written";
  if (difference === null) return { ...next, seen: node.seen + 1 };
  reject(search, node, `${name}: ${difference}`);
  return null;
}

function compareChange(before: Model, { model, written }: Move, change: Change): string | null {
  const expected = {
    view: viewOf(model),
    lines: describeChange(before, model),
    cause: written?.cause ?? change.cause,
    by: change.lines.length > 0 ? [written?.by] : [],
  };
  const { revision, ...seen } = change;
  return isDeepStrictEqual(expected, seen) ? null : differ(`revision ${revision}`, expected, seen);
}

function compareAnswer({ model, answer }: Move, seen: ObservedAnswer): string | null {
  if (!answer) return null;
  const deployment = answer.code === null ? (answer.deployment ?? null) : null;
  const view = seen.view && viewOf(model);
  const expected = { code: answer.code, deployment, view };
  return isDeepStrictEqual(expected, seen) ? null : differ("the answer", expected, seen);
}

function compareEnd(search: Search, node: Node): Model | null {
  const { observed } = search;
  const ended = Object.entries(node.model.deployments).map(([id, deployment]) => {
    const state = isUnderWay(deployment) ? "running" : deployment.phase;
    return [id, { state, codes: [...deployment.codes].sort() }] as const;
  });
  const expected = {
    view: viewOf(node.model),
    changes: node.seen,
    noted: [...node.noted].sort(),
    deployments: Object.fromEntries(ended.filter(([id]) => observed.deployments[id])),
  };
  const { view, changes, noted, deployments } = observed;
  const seen = { view, changes: changes.length, noted, deployments };
  if (isDeepStrictEqual(expected, seen)) return node.model;
  reject(search, node, differ("in the end", expected, seen));
  return null;
}

function viewOf({ live, rollback, canaries, previews, revoked }: View): View {
  return { live, rollback, canaries, previews, revoked };
}

/** Notes why an order ends here; what is noted of the longest order is shown. */
function reject({ best }: Search, { path, seen }: Node, reason: string): [] {
  const depth = path.length + seen;
  if (depth > best.depth) Object.assign(best, { depth, reasons: [] });
  if (depth === best.depth) best.reasons.push([...path.map((step) => `  ${step}`), `  ${reason}`].join("\n"));
  return [];
}

/** Only the parts that differ. */
function differ(what: string, expected: object, seen: object): string {
  const parts = new Map(Object.entries(seen));
  const different = Object.entries(expected).filter(
    ([key, value]) => !isDeepStrictEqual(value, parts.get(key)),
  );
  return different
    .map(([key, value]) => {
      if (key === "view" && value && parts.get(key)) return differ(`${what}, view`, value, parts.get(key));
      return `${what}, ${key}:\n    model    ${JSON.stringify(value)}\n    registry ${JSON.stringify(parts.get(key))}`;
    })
    .join("\n  ");
}
