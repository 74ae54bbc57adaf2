import { useEffect, useRef, useState } from "react";
import { Button } from "./Button.tsx";

export interface LoadMoreProps {
  label: string;
  /** Brings the next page; resolves when it is there. */
  onLoad: () => Promise<unknown>;
  /** Also loads when it is about to scroll into view. */
  auto?: boolean;
}

/** The end of a list that goes on. After a failure it waits for a press. */
export function LoadMore({ label, onLoad, auto = false }: LoadMoreProps) {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  function load() {
    setState("loading");
    onLoad().then(
      () => setState("idle"),
      () => setState("failed"),
    );
  }
  const ref = useNearView(load, auto && state === "idle");
  return (
    <div ref={ref} className="ui-load-more">
      <Button onPress={load} pending={state === "loading"}>
        {label}
      </Button>
    </div>
  );
}

/** Calls once the element is less than 600 px below what is seen. */
function useNearView(onNear: () => void, enabled: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const latest = useRef(onNear);
  useEffect(() => {
    latest.current = onNear;
  });
  useEffect(() => {
    if (!enabled || !ref.current) return;
    const watch = ([entry]: IntersectionObserverEntry[]) => entry?.isIntersecting && latest.current();
    const observer = new IntersectionObserver(watch, { rootMargin: "600px" });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [enabled]);
  return ref;
}
