import type { Canary, Preview, Releases, View } from "./model.ts";

/** What the audit log has to say of a change: `live notes@3 -> notes@4`, sorted. */
export function describeChange(before: View, after: View): string[] {
  return [
    ...describeLive(before.live, after.live),
    ...describeEach(before.canaries, after.canaries, "canary", renderCanary),
    ...describeEach(before.previews, after.previews, "preview", renderPreview),
    ...after.revoked.filter((ref) => !before.revoked.includes(ref)).map((ref) => line("revoke", ref, null)),
  ].sort();
}

/** One line of it. */
export function line(what: string, from: string | null, to: string | null): string {
  return `${what} ${from ?? "nothing"} -> ${to ?? "nothing"}`;
}

function describeLive(before: Releases, after: Releases): string[] {
  const [from, to] = [subtract(before, after), subtract(after, before)];
  return from === null && to === null ? [] : [line("live", from, to)];
}

function subtract(one: Releases, other: Releases): string | null {
  const refs = Object.entries(one)
    .filter(([slice, number]) => other[slice] !== number)
    .map(([slice, number]) => `${slice}@${number}`);
  return refs.length > 0 ? refs.sort().join(" ") : null;
}

function describeEach<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  what: string,
  render: (thing: T, name: string) => string,
): string[] {
  return Object.keys({ ...before, ...after }).flatMap((name) => {
    const [from, to] = [before[name], after[name]].map((thing) =>
      thing === undefined ? null : render(thing, name),
    );
    return from === to ? [] : [line(what, from ?? null, to ?? null)];
  });
}

function renderCanary({ releases, percent }: Canary): string {
  return `${releases.join(" ")} ${percent}%`;
}

function renderPreview({ releases }: Preview, name: string): string {
  return `${name}: ${releases.join(" ")}`;
}
