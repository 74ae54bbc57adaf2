import type { ReactNode } from "react";
import { useOverlays } from "./useOverlays.ts";

export interface AlertDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** The question: "Delete this post?" */
  title: string;
  /** What the answer leads to; an error as well. */
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel: string;
  /** `danger` unless told. */
  tone?: "danger" | "plain";
  /** The caller closes the dialog when the work is done. */
  onConfirm: () => void;
  pending?: boolean;
}

/** Asks before something that cannot be undone. The focus starts on the harmless answer. */
export function AlertDialog(props: AlertDialogProps) {
  const overlays = useOverlays(props.isOpen, () => props.onOpenChange(false));
  return overlays && <overlays.AlertDialogPopup {...props} />;
}
