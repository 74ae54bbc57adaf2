export { type Build, makeBuild, makeRelease, type ReleaseSketch } from "./make-release.ts";
export { publish, publishBuild } from "./publish-build.ts";
export { publishSigned } from "./publish-signed.ts";
export { startTestRegistry, type TestRegistry } from "./start-test-registry.ts";
