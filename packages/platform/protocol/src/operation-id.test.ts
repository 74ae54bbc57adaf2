import { expect, it } from "vitest";
import { operationId } from "./operation-id.ts";

it("is the same however the text is spaced", () => {
  const tight = operationId("feeds", "query A{viewer{id ...PersonByline_user}}");
  const wide = operationId("feeds", "# mine\nquery A {\n  viewer { id, ...PersonByline_user }\n}\n");
  expect(wide).toBe(tight);
  expect(tight).toMatch(/^x-feeds:[0-9a-f]{64}$/);
});

it("differs between slices and texts", () => {
  const texts = ["{ viewer { id } }", "{ viewer { name } }"];
  const ids = ["feeds", "posts"].flatMap((slice) => texts.map((text) => operationId(slice, text)));
  expect(new Set(ids).size).toBe(4);
});
