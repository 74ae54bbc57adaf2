import { createKeyedMutex } from "@sliceway/service-kit";
import type { GraphQLResolveInfo } from "graphql";
import { BrowserSession } from "../http/browser-session.ts";
import type { RequestContext } from "../request-context.ts";
import type { Resolver } from "../resolvers.ts";
import { nameOf, readCall } from "./call.ts";
import type { Fingerprint } from "./fingerprint.ts";
import { MutationRun } from "./mutation-run.ts";
import { findOutcome } from "./outcomes.ts";

interface Options {
  sessionMutations: readonly string[];
  fingerprint: Fingerprint;
}

/**
 * Makes mutations take effect once per idempotency key, and gives each its own transaction. A repeat gets the first
 * call's result without its resolver being run. At the same time in this process repeats wait for the first without
 * holding a connection; in another, for its row.
 */
export function applyOnce<DB, Events, Context extends RequestContext<DB, Events>>(
  mutations: Record<string, Resolver<Context>>,
  { sessionMutations, fingerprint }: Options,
): Record<string, Resolver<Context>> {
  const exclusively = createKeyedMutex();

  const wrap = (name: string, resolve: Resolver<Context>): Resolver<Context> => {
    const changesSession = sessionMutations.includes(name);
    return async (parent, args, context, info: GraphQLResolveInfo) => {
      const { db, session } = context;
      const call = readCall(context, info, { args, ofBrowser: changesSession, fingerprint });
      const run = () => {
        const mutation = new MutationRun<DB>(db, call);
        const { transaction } = mutation;
        const control = changesSession ? mutation.sessionControl(session.id) : session;
        return mutation.end(resolve(parent, args, { ...context, transaction, session: control }, info));
      };
      const answer = async () => {
        const { result, session: change } = (call && (await findOutcome(db, call))) ?? (await run());
        if (change && session instanceof BrowserSession) await session.apply(change);
        return result;
      };
      return call ? exclusively(nameOf(call), answer) : answer();
    };
  };

  return Object.fromEntries(Object.entries(mutations).map(([name, resolve]) => [name, wrap(name, resolve)]));
}
