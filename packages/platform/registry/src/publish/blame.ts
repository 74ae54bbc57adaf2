/** A problem of a release that is known already. */
export interface Blame {
  code: string;
  file: string;
  line?: number;
  operation?: string;
  message: string;
  fix: string;
}
