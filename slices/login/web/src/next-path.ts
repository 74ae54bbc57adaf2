/** Where to go after logging in: a path of this site, whatever the address bar was made to say. */
export function nextPath(wanted: string | null): string {
  if (!wanted?.startsWith("/")) return "/";
  const base = "https://here.invalid";
  const url = URL.parse(wanted, base);
  return url?.origin === base ? `${url.pathname}${url.search}${url.hash}` : "/";
}
