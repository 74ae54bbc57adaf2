import { remoteConfig } from "@sliceway/web-kit/build";

export default remoteConfig(import.meta.dirname);
