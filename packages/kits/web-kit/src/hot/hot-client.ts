import { HOT_STATE, type HotState } from "./hot-state.ts";
import { showProblem } from "./show-problem.ts";
import { TAKEN_OVER } from "./taken-over.ts";

// What webpack knows within a remote. It leaves out what follows `module.hot` where nothing is exchanged.
declare const __webpack_hash__: string;
declare const __webpack_public_path__: string;
declare const module: {
  hot?: { status(): string; check(apply: boolean): Promise<unknown> };
};

declare global {
  interface Window {
    /** Its name is React's. */
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: { renderers: Map<number, { scheduleRefresh?: unknown }> };
  }
}

const INTERVAL_MS = 300;
const GONE = 404;
/** Files come one after the other: an update that is not there may be on its way. */
const PATIENCE = 5;

let missed = 0;
const vector = readVector();

if (module.hot) setTimeout(look, INTERVAL_MS);

/** Asks what there is to take over, again and again while somebody looks on. */
async function look(): Promise<void> {
  if (document.visibilityState === "visible") await follow().catch(() => undefined);
  setTimeout(look, INTERVAL_MS);
}

async function follow(): Promise<void> {
  const response = await fetch(`${__webpack_public_path__}${HOT_STATE}`, { cache: "no-store" });
  // The work is over: the page goes back to what everybody sees.
  if (response.status === GONE) return window.location.reload();
  if (!response.ok) return;
  const { hash, stale, problem }: HotState = await response.json();
  showProblem(problem);
  if (stale.includes(vector)) window.location.reload();
  else if (hash !== __webpack_hash__) await takeOver();
  else missed = 0;
}

/** Modules that nothing in the page can exchange need a new page; what is being written is kept. */
async function takeOver(): Promise<void> {
  try {
    const updated = canRefresh() && (await module.hot?.check(true));
    missed = updated ? 0 : missed + 1;
    if (updated) window.dispatchEvent(new Event(TAKEN_OVER));
  } catch {
    missed = PATIENCE;
  }
  if (missed >= PATIENCE || !canRefresh()) window.location.reload();
}

/** React's production build never exchanges a component. */
function canRefresh(): boolean {
  const renderers = [...(window.__REACT_DEVTOOLS_GLOBAL_HOOK__?.renderers.values() ?? [])];
  return renderers.some((renderer) => typeof renderer.scheduleRefresh === "function");
}

function readVector(): string {
  const boot = document.getElementById("sliceway-boot")?.textContent ?? "{}";
  return String((JSON.parse(boot) as { vector?: string }).vector);
}
