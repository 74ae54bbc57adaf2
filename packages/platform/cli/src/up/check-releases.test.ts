import { expect, test } from "vitest";
import { openContext } from "../context.ts";
import { recordingIo } from "../testing/recording-io.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { checkReleases } from "./check-releases.ts";

test("a live release whose files are gone is named, with what to do", async () => {
  await using folder = await temporaryFolder({
    "slices/notes/slice.json": "{}",
    ".sliceway/releases/notes/111111111111/release.json": "{}",
  });
  const context = await openContext(recordingIo({ cwd: folder.path }));
  expect(() => checkReleases(context, { notes: "111111111111" })).not.toThrow();
  expect(() => checkReleases(context, { notes: "222222222222" })).toThrow(
    /^notes@222222222222 is live by the database, but its files are not in \S+releases\.$/,
  );
});
