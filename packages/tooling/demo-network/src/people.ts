import type { Random } from "@sliceway/random";
import type { DemoPerson } from "./demo-network.ts";
import { profiles } from "./profiles.ts";
import type { Topic } from "./texts/topics.ts";
import { daysBefore } from "./time.ts";

/** A person together with what they like to write about. */
export interface Member {
  person: DemoPerson;
  topics: Topic[];
}

/** The two accounts that the README names. */
export const demoAccounts = { handles: ["alice", "bob"], password: "open-sesame-1" };

/** Everyone, in the order they joined: between a year and two months ago. */
export function peopleOf(random: Random, now: Date): Member[] {
  const step = 300 / profiles.length;
  return profiles.map(({ topics, ...profile }, index) => ({
    topics,
    person: {
      id: random.uuid(),
      ...profile,
      avatarUrl: null,
      joinedAt: daysBefore(now, 365 - index * step - random.next() * step),
      developer: profile.handle === "alice",
      ...(demoAccounts.handles.includes(profile.handle) ? { password: demoAccounts.password } : {}),
    },
  }));
}
