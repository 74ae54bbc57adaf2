/** Enough of a person for others to resolve the rest. */
export interface UserReference {
  id: string;
}

/** Ids come from outside and may be any text; only these can be somebody. */
export function isUserId(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
