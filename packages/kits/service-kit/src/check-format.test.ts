import { expect, test } from "vitest";
import { checkFormat } from "./check-format.ts";

test.each([{}, { format: 1 }, { format: undefined }, [], null, "text"])("takes %j", (document) => {
  expect(() => checkFormat(document, "state.json")).not.toThrow();
});

test.each([0, 2, "2", null])("refuses format %j, naming the document and what to do", (format) => {
  expect(() => checkFormat({ format }, "vector v-3f9c2a1b04de")).toThrow(
    expect.objectContaining({
      code: "FORMAT_UNKNOWN",
      message: `vector v-3f9c2a1b04de is of format ${JSON.stringify(format)}, and this Sliceway reads format 1.`,
      fix: expect.stringContaining("newer"),
    }),
  );
});
