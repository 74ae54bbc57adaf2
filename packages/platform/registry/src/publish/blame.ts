import type { ErrorText } from "@sliceway/errors";

/** A problem of a release that is known already. */
export interface Blame extends ErrorText {
  file: string;
  line?: number;
  operation?: string;
}
