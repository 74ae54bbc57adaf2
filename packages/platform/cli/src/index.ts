export { type BuildOnceOptions, buildOnce } from "./release/build-once.ts";
export { type BuildReleaseOptions, type BuildStep, buildRelease } from "./release/build-release.ts";
export { publishRelease } from "./release/publish-release.ts";
export { sourceFingerprint } from "./release/source-fingerprint.ts";
export { writeTwin } from "./release/write-twin.ts";
export { renderTable } from "./report/render-table.ts";
export { createSigner, type Signer } from "./signing/create-signer.ts";
export { seedLive } from "./up/seed-live.ts";
export { waitUntilServed } from "./up/wait-until-served.ts";
