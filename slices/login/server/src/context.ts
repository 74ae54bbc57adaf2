import { keyedLoader, type RequestContext } from "@sliceway/subgraph-kit";
import type { PublishedEvents } from "./contract.events.ts";
import { listAccounts } from "./db/accounts.ts";
import type { Tables } from "./db/tables.ts";

/** What a resolver or operation of login is given. */
export interface Context extends RequestContext<Tables, PublishedEvents> {
  /** Accounts by id, gathered per request. */
  accounts: ReturnType<typeof accountLoader>;
}

export function createContext(request: RequestContext<Tables, PublishedEvents>): Context {
  return { ...request, accounts: accountLoader(request) };
}

function accountLoader({ db }: RequestContext<Tables, PublishedEvents>) {
  return keyedLoader(async (ids) => {
    const accounts = await listAccounts(db, ids);
    return new Map(accounts.map((account) => [account.id, account]));
  }, null);
}
