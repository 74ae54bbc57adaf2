export { buildVariant, type Edits } from "./build-variant.ts";
export { type DevEnv, type DevEnvOptions, startDevEnv } from "./start-dev-env.ts";
