import { shellConfig } from "@sliceway/web-kit/build";

export default shellConfig(import.meta.dirname);
