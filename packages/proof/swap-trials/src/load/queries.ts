import { answers } from "@sliceway/trial-kit";
import type { Action, Occasion } from "./action.ts";
import { loadAsset } from "./load-asset.ts";
import { openPage } from "./open-page.ts";
import { visit } from "./visit.ts";

/** Somebody else, whom the person looks at. */
function otherMember({ visits, turn }: Occasion) {
  return visits.newest(turn + 1 + (turn % 3)).member;
}

function somePost({ posts, turn }: Occasion): string {
  return posts[Math.floor(turn / 5) % posts.length] ?? "";
}

export const readFeed: Action = {
  kind: "query",
  run: ({ from, fresh }) => from.person.ask("FeedPage", {}, answers.feedPage, { fresh }),
};

export const readPost: Action = {
  kind: "query",
  run: (occasion) => {
    const id = somePost(occasion);
    return occasion.from.person.ask("PostPage", { id }, answers.postPage(id), {
      fresh: occasion.fresh,
    });
  },
};

export const readOwnName: Action = {
  kind: "query",
  run: ({ from, fresh }) =>
    from.person.ask("AccountMenu", {}, answers.accountMenu(from.member.id), { fresh }),
};

export const readProfile: Action = {
  kind: "query",
  run: (occasion) => {
    const { id, handle } = otherMember(occasion);
    return occasion.from.person.ask("ProfilePage", { handle }, answers.profilePage(id), {
      fresh: occasion.fresh,
    });
  },
};

export const readPostsOf: Action = {
  kind: "query",
  run: (occasion) => {
    const { id, handle } = otherMember(occasion);
    return occasion.from.person.ask("PersonPosts", { handle }, answers.personPosts(id), {
      fresh: occasion.fresh,
    });
  },
};

/** A script or style of the page, of whatever age it is: a route that is opened late. */
export const loadFile: Action = {
  kind: "file",
  run: ({ from, turn, fresh }) => loadAsset(from.place, turn, fresh),
};

/** From then on the person's newest page is this one. */
export const loadPage: Action = {
  kind: "page",
  run: async (occasion) => {
    const { visits, turn, getPlace, fresh } = occasion;
    const { member } = visits.newest(turn);
    const paths = ["/", `/posts/${somePost(occasion)}`, `/@${otherMember(occasion).handle}`, "/friends"];
    const place = await openPage(member, paths[turn % paths.length] ?? "/", { getPlace, fresh });
    visits.turn(turn, visit(member, place));
  },
};
