import "@sliceway/ui/styles.css";
import "./layout/layout.css";
import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { createPage, type Page } from "./create-page.ts";
import { startPinBeacon } from "./pin-beacon.ts";
import { applyTheme, readTheme } from "./preferences/theme.ts";
import { Shell } from "./Shell.tsx";

/** How long the skeleton that came with the page may stand before the frame is drawn around a missing page. */
const PATIENCE_MS = 600;

applyTheme(readTheme());
const page = createPage();
startPinBeacon(page.runtime.boot.vector);
void mount(page);

/**
 * Waits a little for the first page: drawn at once it needs no skeleton, which React would show for 300 ms at
 * least. As a transition, React may also wait out answers that are there already.
 */
async function mount(page: Page): Promise<void> {
  await Promise.race([page.firstLoads, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root.");
  startTransition(() => createRoot(root).render(<Shell page={page} />));
}
