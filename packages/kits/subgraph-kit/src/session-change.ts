/** What a mutation does to the session of the browser that asked. It is stored: it names a session, but opens none. */
export type SessionChange = { kind: "open"; sessionId: string } | { kind: "close" };
