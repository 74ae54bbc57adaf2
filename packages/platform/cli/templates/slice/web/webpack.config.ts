import { remoteConfig } from "@sliceway/web-kit/build";

export default await remoteConfig(import.meta.dirname);
