import { SlicewayError } from "@sliceway/errors";
import { RegistryError } from "@sliceway/protocol/client";
import colors from "picocolors";
import { expect, test } from "vitest";
import { renderError } from "./render-error.ts";

const io = { colors: colors.createColors(false), env: {} };

test("an expected error is what is wrong and what to do", () => {
  expect(renderError(new SlicewayError({ code: "X", message: "It is broken.", fix: "Mend it." }), io)).toBe(
    "It is broken.  X\nMend it.",
  );
  const long = { code: "X", message: "It is broken:\nhere", fix: "Mend it." };
  expect(renderError(new SlicewayError(long), io)).toBe("It is broken:  X\nhere\nMend it.");
});

test("a refusal names every problem with its place", () => {
  const problem = {
    code: "FIELD_UNKNOWN",
    slice: "feeds",
    release: "3f9c2a1b04de",
    operation: "FeedPage",
    file: "web/src/pages/FeedPage.graphql",
    line: 4,
    message: "Post has no field likes.",
    fix: "Deploy feeds as well.",
  };
  const error = {
    code: "VECTOR_INVALID",
    message: "The slices do not fit.",
    fix: "See above.",
    problems: [problem],
  };
  expect(renderError(new RegistryError(422, { error }), io).split("\n")).toEqual([
    "feeds@3f9c2a1b04de  FeedPage  web/src/pages/FeedPage.graphql:4  FIELD_UNKNOWN",
    "  Post has no field likes.",
    "  -> Deploy feeds as well.",
    "The slices do not fit.  VECTOR_INVALID",
    "See above.",
  ]);
});

test("an unexpected error shows its stack only to those who look for it", () => {
  const error = new TypeError("x is undefined");
  expect(renderError(error, io)).toBe(
    "Something unexpected went wrong: x is undefined\nRun it again with LOG_LEVEL=debug to see where.",
  );
  expect(renderError(error, { ...io, env: { LOG_LEVEL: "debug" } })).toContain("render-error.test.ts");
});
