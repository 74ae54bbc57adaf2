/** The path that a route has with these parameters: `/notes/:id` with `{ id: "7" }` is `/notes/7`; null if one is missing. */
export function routePath(route: string, params: Record<string, string>): string | null {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  if (names.some((name) => params[name] === undefined)) return null;
  return route.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}
