export { type LoadReport, type OpenLoop, startOpenLoop } from "./load/open-loop.ts";
export { type SocialLoadOptions, startSocialLoad } from "./load/start-social-load.ts";
