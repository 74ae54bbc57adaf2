export * from "./boot.ts";
export * from "./release.ts";
export * from "./routing.ts";
export * from "./slice-manifest.ts";
export * from "./vector.ts";
export * from "./wire.ts";
