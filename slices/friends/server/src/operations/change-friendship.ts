import type { Transaction } from "kysely";
import type { Context } from "../context.ts";
import { appendEvents, isConflict, listEvents } from "../db/friendship-events.ts";
import { hasPerson } from "../db/people.ts";
import { replaceStandings } from "../db/standings.ts";
import type { Tables } from "../db/tables.ts";
import { type Command, type Decision, decide } from "../relation/decide.ts";
import { pairOf, streamOf } from "../relation/pair.ts";
import { publishedEvents } from "../relation/published.ts";
import { relationAfter } from "../relation/relation.ts";
import { standingsOf } from "../relation/standing.ts";
import { isUserId, type UserReference } from "../user-reference.ts";

export type FriendshipResult =
  | { __typename: "FriendshipChanged"; user: UserReference }
  | { __typename: "FriendshipConflict"; message: string; user: UserReference }
  | { __typename: "NotFound"; message: string }
  | { __typename: "NotLoggedIn"; message: string };

const ATTEMPTS = 5;

export async function changeFriendship(
  context: Context,
  command: Command,
  userId: string,
): Promise<FriendshipResult> {
  const { viewer } = context;
  if (!viewer) return { __typename: "NotLoggedIn", message: "Nobody is logged in." };
  if (userId === viewer.id || !isUserId(userId) || !(await hasPerson(context.db, userId))) return notFound;
  const result = await decideAndStore(context, command, { by: viewer.id, other: userId });
  context.loaders.standing.clear(userId);
  return result;
}

/** Another step in the same pair at the same time wins or loses by the stream's key; who loses decides anew. */
async function decideAndStore(
  context: Context,
  command: Command,
  people: { by: string; other: string },
  attempt = 1,
): Promise<FriendshipResult> {
  try {
    return await context.transaction(async (tx) =>
      resultOf(await step(context, tx, command, people), people.other),
    );
  } catch (error) {
    if (!isConflict(error) || attempt === ATTEMPTS) throw error;
    return decideAndStore(context, command, people, attempt + 1);
  }
}

async function step(
  context: Context,
  tx: Transaction<Tables>,
  command: Command,
  { by, other }: { by: string; other: string },
): Promise<Decision> {
  const pair = pairOf(by, other);
  const past = await listEvents(tx, streamOf(pair));
  const before = relationAfter(past);
  const decision = decide(command, before, { by, other, at: context.now() });
  if (decision.kind !== "done" || decision.events.length === 0) return decision;
  const after = relationAfter(decision.events, before);
  await appendEvents(tx, streamOf(pair), past.length, decision.events);
  await replaceStandings(tx, pair, standingsOf(pair, after));
  await context.outbox.addAll(tx, publishedEvents(pair, before, after));
  return decision;
}

const notFound = { __typename: "NotFound", message: "There is no such person." } as const;

function resultOf(decision: Decision, id: string): FriendshipResult {
  switch (decision.kind) {
    case "done":
      return { __typename: "FriendshipChanged", user: { id } };
    case "conflict":
      return { __typename: "FriendshipConflict", message: decision.reason, user: { id } };
    case "hidden":
      return notFound;
    default:
      return decision satisfies never;
  }
}
