import type { PublishedEvents } from "./contract.events.ts";

/** A person as login knows them, without their secrets. */
export interface Account {
  id: string;
  handle: string;
  name: string;
  bio: string;
  avatarUrl: string | null;
  createdAt: Date;
}

/** What is published of a person. */
export function publicFacts(account: Account): PublishedEvents["login.ProfileUpdated.v1"] {
  const { id: userId, handle, name, avatarUrl } = account;
  return { userId, handle, name, avatarUrl };
}
