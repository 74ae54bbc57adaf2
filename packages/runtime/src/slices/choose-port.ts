import { once } from "node:events";
import { createServer } from "node:net";

const FIRST_PAIR = [3010, 3020] as const;
/** So many slices have a pair of ports of their own before the pairs would overlap. */
const PAIRS = 10;

/** Gives each slice its pair of ports, in the order in which slices are first seen, and any free port beyond. */
export function createPortChooser(): { choose: (slice: string) => Promise<number> } {
  const slices: string[] = [];
  const given = new Set<number>();
  return {
    choose: async (slice) => {
      if (!slices.includes(slice)) slices.push(slice);
      const port = (await firstFree(pairOf(slices.indexOf(slice)).filter((one) => !given.has(one)))) ?? 0;
      if (port > 0) {
        given.add(port);
        // the server binds within moments; after that the port itself tells that it is taken
        setTimeout(() => given.delete(port), 10_000).unref();
      }
      return port;
    },
  };
}

function pairOf(index: number): number[] {
  return index < PAIRS ? FIRST_PAIR.map((first) => first + index) : [];
}

async function firstFree(ports: number[]): Promise<number | undefined> {
  for (const port of ports) if (await isFree(port)) return port;
  return undefined;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
