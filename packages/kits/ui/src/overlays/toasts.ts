import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export interface ToastMessage {
  text: string;
  tone?: "plain" | "success" | "danger";
  actionLabel?: string;
  onAction?: () => void;
}

/** Messages that wait to be seen, oldest first; three at a time. */
export const toasts = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

/**
 * Shows a message for `timeoutMs` (5 s at least: less cannot be read by everyone); stays while pointed at. What it
 * gives takes the message away before.
 */
export function showToast(message: ToastMessage, { timeoutMs = 6000 } = {}): () => void {
  const key = toasts.add(message, { timeout: Math.max(5000, timeoutMs) });
  return () => toasts.close(key);
}
