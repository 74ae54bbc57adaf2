export const SUPERUSER = "postgres";

/** The URL by which the superuser reaches PostgreSQL on this machine. */
export function superuserUrl(password: string, port: number): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}
