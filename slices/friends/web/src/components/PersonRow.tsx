import { Slot } from "@sliceway/web-kit";
import "./PersonRow.css";
import type { ReactNode } from "react";

export interface PersonRowProps {
  /** A person whose query spread the fragment of `person.byline`. */
  person: object | null;
  children?: ReactNode;
}

/** A person in a list, with what can be done at the end of the row. */
export function PersonRow({ person, children }: PersonRowProps) {
  return (
    <li className="friends-row">
      <Slot name="person.byline" of={person} />
      {children}
    </li>
  );
}
