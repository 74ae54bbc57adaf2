/** What the viewer wrote and deleted on this page: the timeline follows a moment later, through events. */
export interface OwnChanges<TPost extends { id: string }> {
  /** Newest first. */
  posted: TPost[];
  deletedIds: string[];
}

/** The timeline as the viewer expects it: with own new posts on top at once and without what they deleted. */
export function withOwnChanges<TPost extends { id: string }>(
  timeline: TPost[],
  { posted, deletedIds }: OwnChanges<TPost>,
): TPost[] {
  const arrived = new Set(timeline.map(({ id }) => id));
  const waiting = posted.filter(({ id }) => !arrived.has(id));
  return [...waiting, ...timeline].filter(({ id }) => !deletedIds.includes(id));
}
