/** `dev.json`, beside the files of a remote that somebody works on: what its open pages should know. */
export interface HotState {
  /** Of the last build. */
  hash: string;
  /** Vectors whose pages have to come anew: what they ask for has changed. */
  stale: string[];
  /** Why the last save did not get as far as the page. */
  problem: string | null;
}

/** Name of the file. */
export const HOT_STATE = "dev.json";
