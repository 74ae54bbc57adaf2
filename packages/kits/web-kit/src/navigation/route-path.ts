/** The path that a route has with these parameters: `/notes/:id` with `{ id: "7" }` is `/notes/7`. */
export function routePath(route: string, params: Record<string, string>): string {
  return route.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new TypeError(`the route ${route} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
}
