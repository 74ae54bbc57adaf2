/** For developers and logs; what people read is said by the page, in their language. */
export const notLoggedIn = { __typename: "NotLoggedIn", message: "Nobody is logged in." } as const;

export interface Throttled {
  __typename: "Throttled";
  message: string;
  retryAfterSeconds: number;
}

export function throttled(retryAfterSeconds: number): Throttled {
  return { __typename: "Throttled", message: "Too many attempts.", retryAfterSeconds };
}
