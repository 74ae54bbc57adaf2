/** What remotes do not contain but get from the shell. A contract: releases record what they provide and use of it. */
export const SHARED_KEYS = ["react", "react/jsx-runtime", "@sliceway/web-kit", "@sliceway/ui"] as const;

/** Share key to export names, sorted. */
export type SharedExports = Record<string, string[]>;
