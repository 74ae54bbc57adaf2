import { readLivePlace, waitInFeed, writePost } from "../network/people.ts";
import type { OldInstallation } from "../trial/old-installation.ts";
import type { Stage } from "../trial/stage.ts";

/** What one person writes comes into a friend's feed. */
export async function checkEvents({ site }: Stage, { members }: OldInstallation): Promise<string> {
  const place = await readLivePlace(site);
  const [one, other] = members;
  await waitInFeed(other.at(place), await writePost(one.at(place), "Written after the upgrade."));
  return "a post has come into a friend's feed";
}
