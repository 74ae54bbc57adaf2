import { BuildError } from "@sliceway/web-kit/build";
import colors from "picocolors";
import { expect, test } from "vitest";
import { recordingIo } from "../testing/recording-io.ts";
import { explainFailure } from "./explain-failure.ts";

test("a mistake is told with its code, for the terminal and the page without colors", () => {
  const context = {
    project: { dir: "/", slices: new Map() },
    io: recordingIo({ colors: colors.createColors(true) }),
  };
  const text = { code: "BUILD_FAILED", message: "Page.tsx:1 is wrong.", fix: "Mend it." };
  expect(explainFailure(new BuildError(text), context, "posts")).toBe(
    "The web part of posts cannot be built:  BUILD_FAILED\nPage.tsx:1 is wrong.\nMend it.",
  );
});
