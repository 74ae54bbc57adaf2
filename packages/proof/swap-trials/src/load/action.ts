import type { Ledger } from "./ledger.ts";
import type { LikePairs } from "./like-pairs.ts";
import type { GetPlace } from "./places.ts";
import type { Visit } from "./visit.ts";
import type { Visits } from "./visits.ts";

/** What kind of request it is. `repeated`: a mutation that is sent twice, the first time cut by the client. */
export type RequestKind = "page" | "file" | "query" | "mutation" | "repeated";

export interface Occasion {
  /** A number of its own: whoever has to choose among several goes by it. It is the number of the person who acts. */
  turn: number;
  /** The page from which it comes. */
  from: Visit;
  /** On a connection of its own. */
  fresh: boolean;
  visits: Visits;
  ledger: Ledger;
  likes: LikePairs;
  getPlace: GetPlace;
  /** A post of each person, which stays. */
  posts: readonly string[];
}

/** One thing that people do. Throws AnswerFault if it does not come out as it should. */
export interface Action {
  kind: RequestKind;
  run: (occasion: Occasion) => Promise<unknown>;
}
