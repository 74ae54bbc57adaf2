import { type OpenLoop, startOpenLoop } from "@sliceway/trial-kit";
import type { Ledger } from "./ledger.ts";
import { LikePairs } from "./like-pairs.ts";
import type { GetPlace, TrialPlace } from "./places.ts";
import { readOwnName } from "./queries.ts";
import type { Requests } from "./requests.ts";
import { schedule } from "./schedule.ts";
import { settleIn } from "./settle-in.ts";
import { visit } from "./visit.ts";
import { Visits } from "./visits.ts";

/** Every third request opens a connection of its own. */
const FRESH_EVERY = 3;

export interface TrialLoadOptions {
  /** What is live at the start: everybody's oldest page. */
  oldest: TrialPlace;
  getPlace: GetPlace;
  perSecond: number;
  people: number;
  ledger: Ledger;
  requests: Requests;
}

/** People who read and write at a constant rate, from pages of all ages, until it is stopped. */
export async function startTrialLoad(options: TrialLoadOptions): Promise<OpenLoop> {
  const { oldest, getPlace, perSecond, people, ledger, requests } = options;
  const settled = await settleIn(oldest, people, ledger);
  const posts = settled.map(({ postId }) => postId);
  const members = settled.map(({ member }) => member);
  const visits = new Visits(members.map((member) => visit(member, oldest)));
  const likes = new LikePairs(
    posts,
    members.map(({ id }) => id),
  );
  return startOpenLoop(perSecond, async (index, dueAt) => {
    const { kind, run } = schedule[index % schedule.length] ?? readOwnName;
    // In each round of the schedule its requests are another person's, and come from pages of another age.
    const turn = index + Math.floor(index / schedule.length);
    const from = visits.choose(turn, turn);
    const fresh = turn % FRESH_EVERY === 0;
    const occasion = { turn, from, fresh, visits, ledger, likes, getPlace, posts };
    await requests.add(kind, dueAt, run(occasion));
  });
}
