export { type RegistryConfig, readConfig } from "./config.ts";
export type { Overrides } from "./context.ts";
export { startRegistry } from "./server.ts";
