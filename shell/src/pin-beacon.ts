const INTERVAL_MS = 60_000;

/** Tells the gateway, now and each minute, that a visible page still holds on to the vector that it is at. */
export function startPinBeacon(vectorNow: () => string): void {
  const page = createPageName();
  const pin = () => {
    if (document.visibilityState === "visible") {
      navigator.sendBeacon(`/pin?${new URLSearchParams({ vector: vectorNow(), page })}`);
    }
  };
  pin();
  setInterval(pin, INTERVAL_MS);
  document.addEventListener("visibilitychange", pin);
}

/** By it the gateway counts this page once. It says nothing about who looks at it, and ends with the page. */
function createPageName(): string {
  // `randomUUID` is not there over plain HTTP.
  return [...crypto.getRandomValues(new Uint32Array(3))].map((number) => number.toString(36)).join("-");
}
