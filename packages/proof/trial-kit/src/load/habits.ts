import * as answers from "./answers.ts";
import type { Member } from "./enter.ts";

/** Somebody in the load, and what is there to come back to. */
export interface Regular {
  member: Member;
  /** A post of theirs that stays. */
  postId: string;
  /** What they wrote and have not deleted yet; oldest first. */
  ownPosts: string[];
  ownComments: string[];
}

type Habit = (self: Regular, friend: Regular) => Promise<unknown>;

const readFeed: Habit = ({ member }) => member.ask("FeedPage", {}, answers.feedPage);
const readPost: Habit = ({ member }, { postId }) =>
  member.ask("PostPage", { id: postId }, answers.postPage(postId));
const readOwnName: Habit = ({ member }) => member.ask("AccountMenu", {}, answers.accountMenu(member.id));
const readProfile: Habit = ({ member }, { member: { id, handle } }) =>
  member.ask("ProfilePage", { handle }, answers.profilePage(id));
const readPostsOf: Habit = ({ member }, { member: { id, handle } }) =>
  member.ask("PersonPosts", { handle }, answers.personPosts(id));

const like: Habit = ({ member }, { postId }) =>
  member.ask("LikePost", { id: postId }, answers.likeChanged(postId));
const unlike: Habit = ({ member }, { postId }) =>
  member.ask("UnlikePost", { id: postId }, answers.likeChanged(postId));

const post: Habit = async (self) => self.ownPosts.push(await writePost(self.member, "Under load"));
const takePostBack: Habit = async (self, friend) => {
  const id = self.ownPosts.shift();
  return id ? self.member.ask("DeletePost", { id }, answers.deletePost(id)) : post(self, friend);
};

const comment: Habit = async ({ member, ownComments }, { postId }) => {
  const input = { postId, text: "Under load, too" };
  const { addComment } = await member.ask("AddComment", { input }, answers.addComment(postId));
  ownComments.push(addComment.comment.id);
};
const takeCommentBack: Habit = async (self, friend) => {
  const id = self.ownComments.shift();
  return id ? self.member.ask("DeleteComment", { id }, answers.deleteComment(id)) : comment(self, friend);
};

/** What a person does, over and over: as many questions as changes, and nothing heaps up. */
export const habits: readonly [Habit, ...Habit[]] = [
  readFeed,
  like,
  readPost,
  comment,
  readOwnName,
  post,
  readProfile,
  unlike,
  readPostsOf,
  takeCommentBack,
  readFeed,
  takePostBack,
];

/** Resolves to the post's id. */
export async function writePost(member: Member, text: string): Promise<string> {
  const { createPost } = await member.ask("CreatePost", { input: { text } }, answers.createPost);
  return createPost.post.id;
}
