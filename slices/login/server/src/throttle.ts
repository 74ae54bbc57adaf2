/** Attempts that came to nothing so far. */
export interface Attempts {
  count: number;
  lastAt: Date;
}

/** So many mistakes cost nothing. */
const FREE = 5;
const FIRST_WAIT_S = 5;
const LONGEST_WAIT_S = 5 * 60;
/** After such a quiet time the slate is clean. */
export const FORGET_AFTER_MS = 60 * 60 * 1000;

/** Seconds until the next attempt may be made: 0, then 5, 10, 20 ... up to five minutes. */
export function waitSeconds(attempts: Attempts, now: Date): number {
  const count = countAt(attempts, now);
  if (count < FREE) return 0;
  const delay = Math.min(FIRST_WAIT_S * 2 ** (count - FREE), LONGEST_WAIT_S);
  const passed = (now.getTime() - attempts.lastAt.getTime()) / 1000;
  return Math.max(0, Math.ceil(delay - passed));
}

/** The attempts with one more. */
export function withAttempt(attempts: Attempts, now: Date): Attempts {
  return { count: countAt(attempts, now) + 1, lastAt: now };
}

function countAt({ count, lastAt }: Attempts, now: Date): number {
  return now.getTime() - lastAt.getTime() > FORGET_AFTER_MS ? 0 : count;
}
