import type { Member, Person } from "@sliceway/trial-kit";
import type { TrialPlace } from "./places.ts";

/** A page that somebody has open, and with it the vector that it was loaded at. */
export interface Visit {
  member: Member;
  /** The member, at the page's vector. */
  person: Person;
  place: TrialPlace;
}

export function visit(member: Member, place: TrialPlace): Visit {
  return { member, place, person: member.at(place) };
}
