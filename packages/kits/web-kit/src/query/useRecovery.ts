import { useEffect, useRef, useState } from "react";
import { usePageVisible } from "../page/usePageVisible.ts";

const DELAYS_MS = [1000, 2000, 4000];

/**
 * Repeats `attempt` while `broken` is true and the page is visible: after 1 s, 2 s, then every 4 s. A page that
 * becomes visible again begins anew.
 */
export function useRecovery(broken: boolean, attempt: () => Promise<unknown>): void {
  const visible = usePageVisible();
  const latest = useRef(attempt);
  const [tries, setTries] = useState(0);
  const waiting = broken && visible;

  useEffect(() => {
    latest.current = attempt;
  });
  useEffect(() => {
    if (!waiting) setTries(0);
  }, [waiting]);
  useEffect(() => {
    if (!waiting) return;
    const delay = DELAYS_MS[Math.min(tries, DELAYS_MS.length - 1)];
    const next = () => setTries((count) => count + 1);
    const timer = setTimeout(() => void latest.current().then(next, next), delay);
    return () => clearTimeout(timer);
  }, [waiting, tries]);
}
