/** Someone of the demo network. Times are ISO 8601, UTC. */
export interface DemoPerson {
  /** UUID */
  id: string;
  handle: string;
  name: string;
  bio: string;
  avatarUrl: string | null;
  joinedAt: string;
  /** Only the documented accounts can log in. */
  password?: string;
  /** May use the explorer. */
  developer: boolean;
}

export interface DemoPost {
  id: string;
  authorId: string;
  text: string;
  publishedAt: string;
  likes: { userId: string; at: string }[];
  /** Oldest first. */
  comments: { id: string; authorId: string; text: string; at: string }[];
}

export interface DemoFriendship {
  userIds: [string, string];
  formedAt: string;
}

export interface DemoRequest {
  from: string;
  to: string;
  sentAt: string;
}

export interface DemoNetwork {
  people: DemoPerson[];
  /** Oldest first. */
  posts: DemoPost[];
  friendships: DemoFriendship[];
  requests: DemoRequest[];
}
