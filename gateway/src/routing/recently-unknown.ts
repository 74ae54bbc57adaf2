import { RecentMap } from "../recent-map.ts";

const REMEMBERED_MS = 5000;
const REMEMBERED = 1000;

/** Ids that the registry did not know a moment ago: invented ones should not be looked up again and again. */
export class RecentlyUnknown {
  readonly #until = new RecentMap<string, number>(REMEMBERED);

  add(id: string): void {
    this.#until.set(id, Date.now() + REMEMBERED_MS);
  }

  has(id: string): boolean {
    return (this.#until.get(id) ?? 0) > Date.now();
  }
}
