import { z } from "zod";
import { readLivePlace } from "../network/people.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";

const feed = z.object({ timeline: z.object({ edges: z.array(z.unknown()).min(1) }) });

/** Pages are served to somebody who was logged in before, and their feed has its posts. */
export async function checkPages({ site }: Stage, { members }: OldInstallation): Promise<string> {
  const [one, other] = members;
  for (const path of ["/", "/friends", "/search", `/@${other.handle}`]) await one.open(path);
  await one.at(await readLivePlace(site)).ask("FeedPage", {}, feed);
  return "feed, friends, search, a profile";
}
