const INTERVAL_MS = 60_000;

/** Tells the gateway each minute that a visible page still holds on to its vector. */
export function startPinBeacon(vector: string): void {
  const pin = () => {
    if (document.visibilityState === "visible") {
      navigator.sendBeacon(`/pin?vector=${encodeURIComponent(vector)}`);
    }
  };
  setInterval(pin, INTERVAL_MS);
  document.addEventListener("visibilitychange", pin);
}
