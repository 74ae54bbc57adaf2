const INTERVAL_MS = 60_000;

/** Tells the gateway each minute that a visible page still holds on to the vector that it is at. */
export function startPinBeacon(vectorNow: () => string): void {
  const pin = () => {
    if (document.visibilityState === "visible") {
      navigator.sendBeacon(`/pin?vector=${encodeURIComponent(vectorNow())}`);
    }
  };
  setInterval(pin, INTERVAL_MS);
  document.addEventListener("visibilitychange", pin);
}
