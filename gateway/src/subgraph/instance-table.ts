import { type Instance, isIsolated } from "@sliceway/protocol";
import { LiveInstance } from "./live-instance.ts";

/**
 * An instance that the registry no longer lists is still tried, after all others, for this long: a registry
 * that starts anew knows of nobody until leases are renewed.
 */
const FORGOTTEN_AFTER_MS = 15_000;

interface Row {
  listed: Instance;
  live: LiveInstance;
  /** When the registry stopped listing it. */
  goneAt: number | null;
}

/** The servers that answer, by slice and release: all that changes when only instances come and go. */
export class InstanceTable {
  readonly #rows = new Map<string, Row>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Takes the registry's whole list. Connections to instances that stay are kept. */
  update(instances: readonly Instance[]): void {
    const listed = new Map(instances.map((instance) => [instance.id, instance]));
    for (const [id, row] of this.#rows) {
      if (!listed.has(id)) this.#age(id, row);
    }
    for (const instance of instances) this.#list(instance);
  }

  /**
   * The instance of this release that should take the next call: one whose breaker wants to know whether it
   * is back (`mayProbe`), else the one with the fewest calls in flight; instances the registry still lists
   * first. `not` leaves out the one that has just failed.
   */
  pick(
    slice: string,
    release: string,
    { mayProbe, not }: { mayProbe: boolean; not?: LiveInstance | undefined },
  ) {
    const rows = withoutIsolated(
      [...this.#rows.values()].filter(({ listed, live }) => {
        return (
          listed.slice === slice && listed.release === release && listed.state === "ready" && live !== not
        );
      }),
    );
    const healthy = rows.filter(({ live }) => live.isHealthy).sort(byPreference);
    const probe = rows.find(({ live }) => live.wantsProbe);
    const chosen = mayProbe || healthy.length === 0 ? (probe ?? healthy[0]) : healthy[0];
    return { instance: chosen?.live ?? null, known: rows.length };
  }

  async close(): Promise<void> {
    const all = [...this.#rows.values()];
    this.#rows.clear();
    await Promise.all(all.map(({ live }) => live.close()));
  }

  #list(instance: Instance): void {
    const known = this.#rows.get(instance.id);
    if (known && known.live.url !== instance.url) void known.live.close();
    const live = known?.live.url === instance.url ? known.live : new LiveInstance(instance);
    this.#rows.set(instance.id, { listed: instance, live, goneAt: null });
  }

  #age(id: string, row: Row): void {
    row.goneAt ??= this.#now();
    if (this.#now() - row.goneAt < FORGOTTEN_AFTER_MS) return;
    this.#rows.delete(id);
    void row.live.close();
  }
}

/** An isolated instance serves its preview, until the release has instances on everybody's data. */
function withoutIsolated(rows: Row[]): Row[] {
  const shared = rows.filter(({ listed }) => !isIsolated(listed));
  return shared.length > 0 ? shared : rows;
}

function byPreference(a: Row, b: Row): number {
  return Number(a.goneAt !== null) - Number(b.goneAt !== null) || a.live.inFlight - b.live.inFlight;
}
