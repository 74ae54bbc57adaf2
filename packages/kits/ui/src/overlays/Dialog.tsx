import type { ReactNode } from "react";
import { useOverlays } from "./useOverlays.ts";

export interface DialogProps {
  isOpen: boolean;
  /** Called with false on Escape, a press outside, and the close button. */
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  closeLabel: string;
  children: ReactNode;
}

/** A window over the page that holds the focus; a sheet from below on phones. */
export function Dialog(props: DialogProps) {
  const overlays = useOverlays(props.isOpen, () => props.onOpenChange(false));
  return overlays && <overlays.DialogPopup {...props} />;
}
