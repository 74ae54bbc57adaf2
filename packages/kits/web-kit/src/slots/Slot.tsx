import { Skeleton } from "@sliceway/ui";
import type { ReactNode } from "react";
import { usePageRuntime } from "../page/page-runtime.ts";
import { RemoteView } from "./RemoteView.tsx";

export interface SlotProps {
  /** As slice.json of the slice that fills it names it: `note.card`. */
  name: string;
  /** The object whose query spread the slot's fragment. Null renders nothing. */
  of?: object | null;
  /** Stands in until the slot's code is there. */
  skeleton?: ReactNode;
  /** Whatever else the slot's component takes. */
  [prop: string]: unknown;
}

/**
 * A place that another slice fills: `<Slot name="note.card" of={edge.node} />`. Its component gets `of` and all
 * further props. Renders nothing if no slice of the vector fills it.
 */
export function Slot({ name, skeleton = <Skeleton lines={2} />, ...props }: SlotProps) {
  const { boot } = usePageRuntime();
  const filler = boot.slices.find(({ manifest }) => manifest.web?.slots[name]);
  const slot = filler?.manifest.web?.slots[name];
  if (!filler || !slot || props.of === null) return null;
  return <RemoteView slice={filler.slice} module={slot.module} props={props} skeleton={skeleton} />;
}
