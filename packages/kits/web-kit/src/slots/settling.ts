/** A promise that can be asked how it stands. */
export interface Settling<T> {
  promise: Promise<T>;
  status: "pending" | "fulfilled" | "rejected";
  value?: T;
}

/**
 * Follows the promise. It also leaves React's own marks on it, so that `use` need not suspend for a promise that
 * has settled.
 */
export function settling<T>(promise: Promise<T>): Settling<T> {
  const followed: Settling<T> = { promise, status: "pending" };
  const mark = (marks: object) => {
    Object.assign(followed, marks);
    Object.assign(promise, marks);
  };
  mark({ status: "pending" });
  promise.then(
    (value) => mark({ status: "fulfilled", value }),
    (reason) => mark({ status: "rejected", reason }),
  );
  return followed;
}
