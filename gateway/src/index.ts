export { buildExplorer, explorerDir } from "./explorer/build-explorer.ts";
