export { type Bundle, bundleView } from "./bundle-view.ts";
export { expect } from "./expect.ts";
export { openView, type ViewBackend, type ViewOptions } from "./open-view.ts";
