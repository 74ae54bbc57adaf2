import type { DialogProps } from "./DialogPopup.tsx";
import { useOverlays } from "./useOverlays.ts";

/** A window over the page that holds the focus; a sheet from below on phones. */
export function Dialog(props: DialogProps) {
  const overlays = useOverlays(props.isOpen, () => props.onOpenChange(false));
  return overlays && <overlays.DialogPopup {...props} />;
}
