import { posix } from "node:path";

/** What has dependencies: a file with its imports, a package with the packages that it imports. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Circles that take in every node that lies in one, each the shortest of its first node: `["a", "b", "a"]`. */
export function findCircles(graph: Graph): string[][] {
  const circles = new Map<string, string[]>();
  const inCircle = new Set<string>();
  for (const node of [...graph.keys()].sort()) {
    if (inCircle.has(node)) continue;
    const circle = shortestWayBack(graph, node);
    if (!circle) continue;
    for (const member of circle) inCircle.add(member);
    circles.set(node, circle);
  }
  return [...circles.values()];
}

/** The relative imports of files as a graph; those of types alone count, too. */
export function fileGraph(files: readonly { path: string; imports: readonly { from: string }[] }[]): Graph {
  return new Map(
    files.map(({ path, imports }) => {
      const relative = imports.filter(({ from }) => from.startsWith("."));
      return [path, relative.map(({ from }) => posix.join(posix.dirname(path), from))];
    }),
  );
}

/** Breadth first from a node to itself. */
function shortestWayBack(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return [...trace(cameFrom, start, node), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return null;
}

function trace(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const way = [end];
  for (let node = end; node !== start; way.unshift(node)) node = cameFrom.get(node) ?? start;
  return way;
}
