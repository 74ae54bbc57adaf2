import { sleep } from "@sliceway/service-kit";
import type { Survey } from "./survey.ts";

const EVERY_MS = 500;

/** The largest of everything that was seen, while one release took over from another too. */
export interface Peak {
  servers: number;
  pageBytes: number;
}

/** Surveys again and again until disposed. */
export class PeakWatch implements AsyncDisposable {
  readonly peak: Peak = { servers: 0, pageBytes: 0 };
  readonly #look: () => Promise<Survey>;
  readonly #stop = new AbortController();
  readonly #watching: Promise<void>;

  constructor(look: () => Promise<Survey>) {
    this.#look = look;
    this.#watching = this.#watch();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#watching;
  }

  async #watch(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const { servers, forPages, untilRefreshed } = await this.#look();
      this.peak.servers = Math.max(this.peak.servers, servers);
      this.peak.pageBytes = Math.max(this.peak.pageBytes, forPages.bytes + untilRefreshed.bytes);
      await sleep(EVERY_MS, this.#stop.signal).catch(() => {});
    }
  }
}
