import * as ui from "@sliceway/ui";
import * as webKit from "@sliceway/web-kit";
import * as react from "react";
import * as jsxRuntime from "react/jsx-runtime";

/** What remotes do not contain but get from here. Keys are those of the build's shared exports. */
const provided = {
  react,
  "react/jsx-runtime": jsxRuntime,
  "@sliceway/web-kit": webKit,
  "@sliceway/ui": ui,
};

// Versions are not compared here: the check before a release compares the exports themselves.
const options = {
  version: "1.0.0",
  scope: "default",
  strategy: "loaded-first",
  shareConfig: { singleton: true, requiredVersion: "*", eager: true },
} as const;

export const shared = Object.fromEntries(
  Object.entries(provided).map(([key, library]) => [key, { ...options, lib: () => library }]),
);
