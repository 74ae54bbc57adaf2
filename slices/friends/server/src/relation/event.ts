export const relationEventTypes = [
  "RequestSent",
  "RequestCancelled",
  "RequestAccepted",
  "RequestDeclined",
  "Unfriended",
  "Blocked",
  "Unblocked",
] as const;

/** One thing that somebody did to the relation between two people. */
export interface RelationEvent {
  type: (typeof relationEventTypes)[number];
  /** Id of who did it. */
  by: string;
  at: Date;
}
