import type { Visit } from "./visit.ts";

/** How old the page is from which a request comes. */
export type PageAge = "newest" | "older" | "oldest";

const KEPT = 24;
/** Of ten requests four come from the page that somebody has just loaded, three from older ones, three from the oldest. */
const AGES: readonly PageAge[] = ["newest", "older", "oldest", "newest", "oldest"];
const AGES_OFTEN: readonly PageAge[] = [...AGES, "older", "newest", "oldest", "older", "newest"];

/** The pages that people have open: of each person the first they ever loaded and the last; and some from in between. */
export class Visits {
  readonly #oldest: readonly Visit[];
  readonly #newest: Visit[];
  readonly #older: Visit[] = [];
  #turned = 0;

  constructor(oldest: readonly Visit[]) {
    this.#oldest = oldest;
    this.#newest = [...oldest];
  }

  get people(): number {
    return this.#oldest.length;
  }

  /** The page from which a request comes. */
  choose(request: number, person: number): Visit {
    const found = this.#of(AGES_OFTEN[request % AGES_OFTEN.length] ?? "newest", request, person);
    if (!found) throw new RangeError("Nobody has a page open.");
    return found;
  }

  newest(person: number): Visit {
    return this.#pick(this.#newest, person);
  }

  /** Somebody has loaded a page; the one before stays open in another tab for a while. */
  turn(person: number, next: Visit): void {
    const before = this.newest(person);
    this.#newest[person % this.people] = next;
    if (before.place === next.place) return;
    this.#older[this.#turned % KEPT] = before;
    this.#turned += 1;
  }

  #of(age: PageAge, request: number, person: number): Visit {
    if (age === "oldest") return this.#pick(this.#oldest, person);
    const older = this.#older[Math.floor(request / AGES_OFTEN.length) % Math.max(1, this.#older.length)];
    return age === "older" && older ? older : this.newest(person);
  }

  #pick(visits: readonly Visit[], person: number): Visit {
    const found = visits[person % visits.length];
    if (!found) throw new RangeError("Nobody has a page open.");
    return found;
  }
}
