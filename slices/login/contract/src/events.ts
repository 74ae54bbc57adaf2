/** Events that login publishes. The aggregate is the user; `subject` is the user's id. */
export interface LoginEvents {
  "login.UserSignedUp.v1": { userId: string; handle: string; name: string; avatarUrl: string | null };
  "login.ProfileUpdated.v1": { userId: string; handle: string; name: string; avatarUrl: string | null };
}
