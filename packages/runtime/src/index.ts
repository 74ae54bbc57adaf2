export { type Home, homeAt, openHome } from "./home/open-home.ts";
export { findPlatform, type PlatformFile } from "./home/platform-file.ts";
export { readSecrets, type Secrets } from "./home/secrets.ts";
export { type RenderedLine, renderLine } from "./process/render-line.ts";
export { seedSlices } from "./seed-slices.ts";
export { untilReady } from "./services/until-ready.ts";
export { type Platform, type PlatformOptions, startPlatform } from "./start-platform.ts";
