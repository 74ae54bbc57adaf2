import type { AlertDialogProps } from "./AlertDialogPopup.tsx";
import { useOverlays } from "./useOverlays.ts";

/** Asks before something that cannot be undone. The focus starts on the harmless answer. */
export function AlertDialog(props: AlertDialogProps) {
  const overlays = useOverlays(props.isOpen, () => props.onOpenChange(false));
  return overlays && <overlays.AlertDialogPopup {...props} />;
}
