import { accepted, type Checked, type InvalidField, problemsOf, refused } from "./invalid-input.ts";

/** What people may say of themselves. */
export interface Profile {
  name: string;
  bio: string;
  avatarUrl: string | null;
}

/** What is left out (or null) stays. */
export interface ProfileChange {
  name?: string | null;
  bio?: string | null;
  avatarUrl?: string | null;
}

export type ProfileDecision =
  | { kind: "rejected"; fields: InvalidField[] }
  | { kind: "changed"; profile: Profile };

export function decideProfile(present: Profile, change: ProfileChange): ProfileDecision {
  const name = given(change.name) ? checkName(change.name) : accepted(present.name);
  const bio = given(change.bio) ? checkBio(change.bio) : accepted(present.bio);
  const avatarUrl = given(change.avatarUrl) ? checkAvatarUrl(change.avatarUrl) : accepted(present.avatarUrl);
  if (name.ok && bio.ok && avatarUrl.ok) {
    return { kind: "changed", profile: { name: name.value, bio: bio.value, avatarUrl: avatarUrl.value } };
  }
  return { kind: "rejected", fields: problemsOf(name, bio, avatarUrl) };
}

export function checkName(typed: string): Checked<string> {
  // NFC: the same Korean name typed on two systems is the same text
  const name = typed.normalize("NFC").replace(/\s+/g, " ").trim();
  if (/\p{Cc}/u.test(name)) return refused("name", "MALFORMED", "A name has no control characters.");
  if (name === "") return refused("name", "TOO_SHORT", "A name has at least one character.");
  if ([...name].length > 60) return refused("name", "TOO_LONG", "A name has at most 60 characters.");
  return accepted(name);
}

function checkBio(typed: string): Checked<string> {
  const bio = typed.normalize("NFC").trim();
  if ([...bio].length > 300)
    return refused("bio", "TOO_LONG", "A text about you has at most 300 characters.");
  return accepted(bio);
}

function checkAvatarUrl(typed: string): Checked<string | null> {
  const text = typed.trim();
  if (text === "") return accepted(null);
  if (text.length > 2000)
    return refused("avatarUrl", "TOO_LONG", "The picture's address has at most 2000 characters.");
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return accepted(url.href);
  return refused("avatarUrl", "MALFORMED", "The picture's address begins with https:// or http://.");
}

function given(value: string | null | undefined): value is string {
  return typeof value === "string";
}
