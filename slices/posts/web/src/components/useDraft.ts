import { useState } from "react";

/** Text being written under a key: it outlives navigation and reloads of this tab. */
export function useDraft(key: string): [text: string, write: (text: string) => void] {
  const [text, setText] = useState(() => readDraft(key));
  function write(next: string) {
    setText(next);
    keepDraft(key, next);
  }
  return [text, write];
}

// Storage may be forbidden or full; then a draft simply lives as long as its component.
function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function keepDraft(key: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key, text);
    else sessionStorage.removeItem(key);
  } catch {}
}
