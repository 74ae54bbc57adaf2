import { expect, it } from "vitest";
import { collapseBySlice } from "./collapse-unavailable.ts";

const away = (slice: string, path?: (string | number)[]) => ({
  message: `The slice "${slice}" is not available`,
  extensions: { code: "SLICE_UNAVAILABLE", slice },
  ...(path && { path }),
});

it("names a slice once, with every place that it left empty", () => {
  const other = { message: "Other", extensions: { code: "BAD_USER_INPUT" } };
  const collapsed = collapseBySlice([
    away("people", ["viewer"]),
    other,
    away("notes"),
    away("people", ["a", 0]),
  ]);
  expect(collapsed).toEqual([
    {
      ...away("people", ["viewer"]),
      extensions: { code: "SLICE_UNAVAILABLE", slice: "people", paths: [["viewer"], ["a", 0]] },
    },
    other,
    { ...away("notes"), extensions: { code: "SLICE_UNAVAILABLE", slice: "notes", paths: [] } },
  ]);
});
