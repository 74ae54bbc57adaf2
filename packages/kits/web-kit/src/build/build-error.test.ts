import { SlicewayError } from "@sliceway/errors";
import { expect, test } from "vitest";
import { BuildError } from "./build-error.ts";

test("is an error that people can act on, and can be told from others", () => {
  const cause = new Error("of webpack");
  const text = { code: "BUILD_FAILED", message: "It cannot be built.", fix: "Mend it." };
  const error = new BuildError(text, { cause });
  expect(error).toBeInstanceOf(SlicewayError);
  expect(error).toMatchObject({ ...text, name: "BuildError", cause });
});
