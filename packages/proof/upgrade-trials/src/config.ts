export interface Config {
  /** A Chromium of one's own; else one is looked for. */
  chromiumPath: string | undefined;
}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return { chromiumPath: env.CHROMIUM_PATH };
}
