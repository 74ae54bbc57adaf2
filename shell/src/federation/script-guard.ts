import type { ModuleFederationRuntimePlugin } from "@module-federation/runtime";

const ENTRY_TIMEOUT_MS = 4000;

/** URL path to `sha384-...`. */
export type Integrity = Record<string, string>;

interface TrustedTypePolicy {
  createScriptURL(url: string): string;
}
declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
    };
    /** Read by the run-time code of every build. */
    __slicewayIntegrity?: Integrity;
  }
}

/**
 * Loads remotes' entries only from this origin, only what the page's vectors name, and only with the bytes that they
 * promise; of what somebody works on no bytes are promised. `integrity` grows when the page moves to another vector.
 */
export function scriptGuard(integrity: Integrity): ModuleFederationRuntimePlugin {
  window.__slicewayIntegrity = integrity;
  const createScriptURL = (url: string) => allowed(url, integrity);
  const policy = window.trustedTypes?.createPolicy("shell", { createScriptURL }) ?? { createScriptURL };
  return {
    name: "script-guard",
    createScript({ url }) {
      const script = document.createElement("script");
      script.src = policy.createScriptURL(url);
      script.integrity = integrity[pathOf(url)] ?? "";
      script.crossOrigin = "anonymous";
      return { script, timeout: ENTRY_TIMEOUT_MS };
    },
  };
}

function allowed(url: string, integrity: Integrity): string {
  const isKnown = integrity[pathOf(url)] !== undefined;
  if (isKnown && new URL(url, window.location.href).origin === window.location.origin) return url;
  throw new TypeError(`${url} is no script of this page's vectors`);
}

function pathOf(url: string): string {
  return new URL(url, window.location.href).pathname;
}
