import { expect, test } from "vitest";
import { messages } from "./messages.ts";

test("every language has the same texts", () => {
  const keys = Object.keys(messages.en).sort();
  for (const texts of Object.values(messages)) expect(Object.keys(texts).sort()).toEqual(keys);
});
