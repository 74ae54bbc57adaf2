import { showToast } from "@sliceway/ui";
import { messages } from "../messages.ts";
import { readLanguage } from "../preferences/language.ts";

const DAY_MS = 86_400_000;

/** Says, once, that the page may move to a newer version. What is typed stays in any case. */
export interface MoveOffer {
  show(): void;
  /** Takes it back: the page has moved. */
  withdraw(): void;
}

/** @param move resolves to false if the page stays where it is; then it is loaded again as a whole */
export function createMoveOffer(move: () => Promise<boolean>): MoveOffer {
  let close: (() => void) | null = null;
  const onAction = async () => {
    if (!(await move())) window.location.reload();
  };
  return {
    show() {
      const { newVersion, reload } = messages[readLanguage()];
      close ??= showToast({ text: newVersion, actionLabel: reload, onAction }, { timeoutMs: DAY_MS });
    },
    withdraw() {
      close?.();
      close = null;
    },
  };
}

export function sayNotSent(): void {
  showToast({ text: messages[readLanguage()].notSent, tone: "danger" }, { timeoutMs: 15_000 });
}
