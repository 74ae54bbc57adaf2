import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
} from "react-aria-components/Toast";
import { Button } from "../actions/Button.tsx";
import { IconButton } from "../actions/IconButton.tsx";
import { type ToastMessage, toasts } from "./toasts.ts";

export interface ToastRegionProps {
  /** Name of the place where messages appear. */
  label: string;
  closeLabel: string;
}

/** Where `showToast` messages appear. Place it once, in the shell. */
export function ToastRegion({ label, closeLabel }: ToastRegionProps) {
  return (
    <AriaToastRegion queue={toasts} aria-label={label} className="ui-toasts">
      {({ toast }) => (
        <AriaToast toast={toast} className={`ui-toast ui-toast-${toast.content.tone ?? "plain"}`}>
          <ToastContent className="ui-toast-content">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <ToastAction message={toast.content} onDone={() => toasts.close(toast.key)} />
          <IconButton icon="x" label={closeLabel} slot="close" />
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

function ToastAction({ message, onDone }: { message: ToastMessage; onDone: () => void }) {
  if (!message.actionLabel) return null;
  function act() {
    message.onAction?.();
    onDone();
  }
  return (
    <Button variant="quiet" size="small" slot={null} onPress={act}>
      {message.actionLabel}
    </Button>
  );
}
