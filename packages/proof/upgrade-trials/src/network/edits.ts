import type { Edit } from "../installation/edit-file.ts";

const messages = (slice: string) => `slices/${slice}/web/src/messages/en.json`;

/** Releases that are under way in an old installation, each another text in the UI of a slice. */
export const canaryEdit: Edit = { path: messages("posts"), from: "=0 {Like} one", to: "=0 {Applaud} one" };
export const previewEdit: Edit = { path: messages("feeds"), from: "You’ve seen it all", to: "That was all" };
export const deploymentEdit: Edit = { path: messages("friends"), from: "No friends yet", to: "Nobody yet" };
/** And one that is made with the present code. */
export const presentEdit: Edit = { path: messages("feeds"), from: "You’ve seen it all", to: "The end" };
