export { chromiumArguments, findChromium } from "./find-chromium.ts";
