import type { SliceDefinition } from "@sliceway/subgraph-kit";
import { type Context, createContext } from "./context.ts";
import { type PublishedEvents, publishes } from "./contract.events.ts";
import type { Tables } from "./db/tables.ts";
import { findSession } from "./operations/find-session.ts";
import { issueToken } from "./operations/issue-token.ts";
import { resolvers } from "./resolvers/resolvers.ts";
import { seed } from "./seed.ts";

/** All that makes a slice server this one. */
export const slice: SliceDefinition<Tables, PublishedEvents, Context> = {
  publishes,
  resolvers,
  createContext,
  identity: (service) => ({
    resolve: (token) => findSession(service, token),
    issueToken: (sessionId) => issueToken(service, sessionId),
  }),
  sessionMutations: ["signUp", "logIn", "logOut", "changePassword"],
  seed,
};
