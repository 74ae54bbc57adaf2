import "./refresh-hook.ts";
import "@sliceway/ui/styles.css";
import "./layout/layout.css";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import type { Page } from "./create-page.ts";
import { startPinBeacon } from "./pin-beacon.ts";
import { applyTheme, readTheme } from "./preferences/theme.ts";
import { Shell } from "./Shell.tsx";
import { startShell } from "./start-shell.ts";

/** How long the skeleton that came with the page may stand before the frame is drawn around a missing page. */
const PATIENCE_MS = 600;

applyTheme(readTheme());
const root = createRoot(findRoot());
const journey = startShell(draw);
startPinBeacon(() => journey.current.runtime.boot.vector);
void drawFirst(journey.current);

/**
 * Waits a little for the first page: drawn at once it needs no skeleton, which React would show for 300 ms at
 * least.
 */
async function drawFirst(page: Page): Promise<void> {
  await Promise.race([page.firstLoads, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  if (page === journey.current) draw(page);
}

/** As a transition, React may wait out answers that are there already. Another vector's page shares nothing with it. */
function draw(page: Page): void {
  startTransition(() => root.render(<Shell key={page.runtime.boot.vector} page={page} />));
}

function findRoot(): HTMLElement {
  const element = document.getElementById("root");
  if (!element) throw new Error("The page has no #root.");
  return element;
}
