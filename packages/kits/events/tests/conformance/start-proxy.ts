import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A piece of network that can be broken. */
export interface Proxy extends AsyncDisposable {
  port: number;
  /** Ends all connections, as a restarted switch would. */
  cut(): void;
  /** Lets nothing more through the connections that there are, and keeps them open on both sides. */
  mute(): void;
}

/** Forwards connections on a free port of 127.0.0.1 to that of `url`. */
export async function startProxy(url: string): Promise<Proxy> {
  const { hostname: host, port: target } = new URL(url);
  const links = new Set<[Socket, Socket]>();
  const server = createServer((near) => {
    const far = connect({ host, port: Number(target) });
    const link: [Socket, Socket] = [near, far];
    links.add(link);
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      from.setNoDelay(true);
      from.on("error", () => {});
      from.on("close", () => {
        to.destroy();
        links.delete(link);
      });
      from.pipe(to);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const cut = () => {
    for (const [near, far] of links) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port: typeof address === "object" && address ? address.port : 0,
    cut,
    mute() {
      for (const [near, far] of links) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

/** The same URL, through the proxy. */
export function throughProxy(url: string, proxy: Proxy): string {
  return Object.assign(new URL(url), { hostname: "127.0.0.1", port: String(proxy.port) }).href;
}
