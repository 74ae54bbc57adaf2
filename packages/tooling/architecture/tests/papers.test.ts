import { expect, test } from "vitest";
import { listFiles, makePapers, readText } from "../src/index.ts";

test.each(Object.entries(await makePapers(listFiles())))(
  "%s is as `npm run papers` writes it",
  (path, text) => {
    expect(readText(path)).toBe(text);
  },
);
