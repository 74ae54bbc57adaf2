import type { Context } from "../context.ts";
import { connect } from "../platform/connect.ts";
import { readState } from "../platform/read-state.ts";

/** A live slice that has a server, and where that answers now. */
export interface LiveServer {
  slice: string;
  urls: string[];
}

/** Those slices that may tell of events or listen to some, by name. */
export async function listServers(context: Context): Promise<LiveServer[]> {
  const { registry } = await connect(context);
  const { live } = await registry.getRouting();
  if (live === null) return [];
  const [{ slices }, { instances }] = await Promise.all([registry.getVector(live), readState(registry)]);
  const withServer = slices.filter(({ manifest }) => manifest.server !== undefined);
  return withServer
    .map(({ slice, release }) => {
      const own = instances.filter((instance) => instance.slice === slice && instance.release === release);
      return { slice, urls: own.map(({ url }) => url) };
    })
    .sort((a, b) => (a.slice < b.slice ? -1 : 1));
}
