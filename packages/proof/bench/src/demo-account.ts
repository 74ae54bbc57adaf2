/** One of the two accounts that the demo network documents. */
export const demoAccount = { handle: "alice", password: "open-sesame-1" };
