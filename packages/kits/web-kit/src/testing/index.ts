export { expect } from "@sliceway/chromium/testing";
export { type RemoteOptions, renderRemote } from "./render-remote.ts";
export { unavailable } from "./unavailable.ts";
