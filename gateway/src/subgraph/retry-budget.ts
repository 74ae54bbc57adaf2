const SHARE = 0.2;
const SAVED_AT_MOST = 10;

/**
 * Lets at most one request in five be sent again over time, so that a slice in trouble is not given twice
 * its load. A little is saved for quiet hours.
 */
export class RetryBudget {
  #saved = SAVED_AT_MOST;

  onRequest(): void {
    this.#saved = Math.min(SAVED_AT_MOST, this.#saved + SHARE);
  }

  /** Takes one retry out of the budget; false if nothing is left. */
  take(): boolean {
    if (this.#saved < 1) return false;
    this.#saved -= 1;
    return true;
  }
}
