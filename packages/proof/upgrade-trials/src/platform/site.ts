import { once } from "node:events";
import { createServer } from "node:net";
import { type ChildRecord, homePaths, listChildren } from "@sliceway/runtime";

/** An installation's home and doors, which stay as they are whatever code runs it. */
export interface Site {
  home: string;
  ports: { gateway: number; registry: number };
  gatewayUrl: string;
  registryUrl: string;
}

/** On free ports: those of an installation are fixed, for a tab that stays open has to find it again. */
export async function createSite(home: string): Promise<Site> {
  const ports = { gateway: await freePort(), registry: await freePort() };
  const [gatewayUrl, registryUrl] = [ports.gateway, ports.registry].map((port) => `http://127.0.0.1:${port}`);
  return { home, ports, gatewayUrl: gatewayUrl ?? "", registryUrl: registryUrl ?? "" };
}

/** Its processes that run now, without PostgreSQL. */
export function childrenOf({ home }: Pick<Site, "home">): ChildRecord[] {
  return listChildren(homePaths(home).run);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
