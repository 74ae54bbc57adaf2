/** The slice's tables as Kysely sees them; migrations/ makes them. */
export interface Tables {
  authored: { post_id: string; author_id: string; published_at: Date };
  friend_pair: { user_id: string; friend_id: string };
  timeline: { owner_id: string; post_id: string; author_id: string; published_at: Date };
}
