export { publishSigned } from "./publish-signed.ts";
