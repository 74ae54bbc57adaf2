import type { SessionControl } from "../request-context.ts";
import type { SessionChange } from "../session-change.ts";
import type { Identity } from "../slice-definition.ts";

interface Browser {
  /** The session that it holds. */
  sessionId: string | null;
  /** Whether it can still be told anything. */
  isWaiting: () => boolean;
  /** Puts the change into the answer's session header. */
  tell: (header: string) => void;
}

/** The session of the browser that asked. What resolvers do to it is collected per mutation and comes here last. */
export class BrowserSession implements SessionControl {
  readonly id: string | null;
  readonly #browser: Browser;
  readonly #identity: Identity | undefined;

  constructor(browser: Browser, identity: Identity | undefined) {
    this.id = browser.sessionId;
    this.#browser = browser;
    this.#identity = identity;
  }

  open(): never {
    throw new Error("Only mutations that a slice lists as sessionMutations open and close sessions.");
  }

  close(): never {
    return this.open();
  }

  /**
   * Tells the browser of a change that is committed. Tokens are stored nowhere, so a repeat gives the same session a new
   * one; if the session has ended meanwhile (a new password, say) a repeat does not bring it back.
   */
  async apply(change: SessionChange): Promise<void> {
    // After the deadline nobody would get the token.
    if (!this.#browser.isWaiting()) return;
    if (change.kind === "close") return this.#browser.tell("close");
    if (!this.#identity) throw new Error("Only the identity slice opens sessions.");
    const issued = await this.#identity.issueToken(change.sessionId);
    if (!issued || !this.#browser.isWaiting()) return;
    this.#browser.tell(`open ${issued.token} ${Math.trunc(issued.maxAgeSeconds)}`);
  }
}
