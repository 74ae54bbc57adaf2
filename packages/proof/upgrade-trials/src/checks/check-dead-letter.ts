import { sliceway } from "../platform/sliceway.ts";
import { openDatabase } from "../rows/open-database.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";

/** The dead letter is listed, and has its effect when it is tried again. */
export async function checkDeadLetter(stage: Stage, { deadLetter }: OldInstallation): Promise<string> {
  const { presentDir, site } = stage;
  const { slice, eventId, postId } = deadLetter;
  const listed = await sliceway(presentDir, site, "events", "dead", slice, "--json");
  if (!listed.includes(eventId)) throw new Error(`${eventId} is not listed: ${listed}`);
  await sliceway(presentDir, site, "events", "replay", slice, eventId);
  await using feeds = await openDatabase(site.home, slice);
  const { rowCount } = await feeds.query("select from timeline where post_id = $1", [postId]);
  if (rowCount !== 1) throw new Error("its replay had no effect");
  return "listed; replayed, had its effect";
}
