import { showToast } from "@sliceway/ui";
import { messages } from "../messages.ts";
import type { Language } from "../preferences/language.ts";

const DAY_MS = 86_400_000;

/** Says, once, that this page's version is served no longer. What is typed stays until the visitor agrees. */
export function createReloadOffer(language: Language): () => void {
  const { newVersion, reload } = messages[language];
  let offered = false;
  return () => {
    if (offered) return;
    offered = true;
    const onAction = () => window.location.reload();
    showToast({ text: newVersion, actionLabel: reload, onAction }, { timeoutMs: DAY_MS });
  };
}
