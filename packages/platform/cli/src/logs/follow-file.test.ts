import { appendFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { followFile } from "./follow-file.ts";

test("hands on whole lines as they are written, and goes on after the file began anew", async () => {
  await using folder = await temporaryFolder({ log: "old\n" });
  const file = join(folder.path, "log");
  const [lines, ending] = [[] as string[], new AbortController()];
  const following = followFile(file, 4, (line) => lines.push(line), ending.signal);

  await appendFile(file, "one\ntw");
  await vi.waitFor(() => expect(lines).toEqual(["one"]), 5000);
  await appendFile(file, "o\n");
  await vi.waitFor(() => expect(lines).toEqual(["one", "two"]), 5000);
  await writeFile(file, "new\n");
  await vi.waitFor(() => expect(lines).toEqual(["one", "two", "new"]), 5000);

  ending.abort();
  await following;
});
