/** What `webpack --env` may say. */
export interface BuildEnvironment {
  /** Stands for the release's id; defaults to RELEASE_TOKEN of the manifest. */
  token?: string;
  /** For somebody who works on it: readable, with React's development build. */
  development?: boolean;
}
