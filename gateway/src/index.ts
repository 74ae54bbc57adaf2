export { type GatewayConfig, readConfig } from "./config.ts";
export { buildExplorer, explorerDir } from "./explorer/build-explorer.ts";
export { startGateway } from "./start-gateway.ts";
