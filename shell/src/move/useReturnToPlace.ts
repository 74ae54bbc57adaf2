import { useLayoutEffect } from "react";
import { type Place, readPlace, returnToPlace } from "./return-to-place.ts";

let left: Place | null = null;

/** Hands the visitor's place on from the page that goes to the page that is drawn instead, in the same commit. */
export function useReturnToPlace(): void {
  useLayoutEffect(() => {
    if (left) returnToPlace(left);
    left = null;
    return () => {
      left = readPlace();
    };
  }, []);
}
