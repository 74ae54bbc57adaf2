/** One thing that somebody did to the relation between two people. */
export interface RelationEvent {
  type:
    | "RequestSent"
    | "RequestCancelled"
    | "RequestAccepted"
    | "RequestDeclined"
    | "Unfriended"
    | "Blocked"
    | "Unblocked";
  /** Id of who did it. */
  by: string;
  at: Date;
}
