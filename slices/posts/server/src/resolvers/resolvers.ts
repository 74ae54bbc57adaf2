import type { Resolvers } from "@sliceway/subgraph-kit";
import type { Context } from "../context.ts";
import { Comment } from "./Comment.ts";
import { Mutation } from "./Mutation.ts";
import { Post } from "./Post.ts";
import { Query } from "./Query.ts";
import { User } from "./User.ts";

export const resolvers: Resolvers<Context> = { Query, Mutation, Post, Comment, User };
