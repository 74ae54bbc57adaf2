/** The gateway serves the page's vector no longer: the page has to move. */
export class VectorGone extends Error {
  override name = "VectorGone";
  /** The vector where the page goes on; null while there is none. */
  readonly next: string | null;

  constructor(next: string | null) {
    super("The page's vector is served no longer.");
    this.next = next;
  }
}
