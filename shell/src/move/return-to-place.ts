import { MAIN_ID } from "../page/usePageArrival.ts";
import { describeField, type FieldMark, findField } from "./field-mark.ts";

/** How long the new page may grow until the place is given up. */
const PATIENCE_MS = 5000;
const SIGNS_OF_LIFE = ["pointerdown", "wheel", "touchmove", "keydown"] as const;

/** Where somebody was on a page: how far down, and in which field. */
export interface Place {
  scrollY: number;
  /** What had the focus; null if nothing had it. */
  focus: { field: FieldMark | null } | null;
}

export function readPlace(): Place {
  const { activeElement } = document;
  const focus =
    activeElement && activeElement !== document.body ? { field: describeField(activeElement) } : null;
  return { scrollY: window.scrollY, focus };
}

/** Goes back to a place on a page that has just been drawn, and follows its growth until somebody does something. */
export function returnToPlace(place: Place): void {
  if (goBack(place)) return;
  const stop = new AbortController();
  const observer = new MutationObserver(() => goBack(place) && stop.abort());
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
  for (const sign of SIGNS_OF_LIFE) {
    window.addEventListener(sign, () => stop.abort(), { signal: stop.signal, passive: true });
  }
  stop.signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}

/** Whether the page is there again. */
function goBack({ scrollY, focus }: Place): boolean {
  const focused = focus === null || focusOn(focus.field);
  if (Math.round(window.scrollY) !== Math.round(scrollY))
    window.scrollTo({ top: scrollY, behavior: "instant" });
  return focused && Math.abs(window.scrollY - scrollY) < 1;
}

/** What is no field has no counterpart that could be told; then reading begins at the page, as after a navigation. */
function focusOn(mark: FieldMark | null): boolean {
  const element = mark ? findField(mark) : document.getElementById(MAIN_ID);
  if (!element) return false;
  if (document.activeElement === element) return true;
  element.focus({ preventScroll: true });
  if (mark && "setSelectionRange" in element) mark.select(element as HTMLTextAreaElement);
  return true;
}
