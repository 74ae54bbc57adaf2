import { useEffect, useRef, useState } from "react";
import { fetchOverlays } from "./late-overlays.ts";

type Overlays = Awaited<ReturnType<typeof fetchOverlays>>;

/** The code of dialogs once one is wanted; null until it is there. `onFailure` if it cannot be had now. */
export function useOverlays(wanted: boolean, onFailure: () => void): Overlays | null {
  const [overlays, setOverlays] = useState<Overlays | null>(null);
  const fail = useRef(onFailure);
  useEffect(() => {
    fail.current = onFailure;
  });
  useEffect(() => {
    if (!wanted) return;
    fetchOverlays().then(setOverlays, () => fail.current());
  }, [wanted]);
  return overlays;
}
