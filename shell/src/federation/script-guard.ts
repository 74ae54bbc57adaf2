import type { ModuleFederationRuntimePlugin } from "@module-federation/runtime";

const ENTRY_TIMEOUT_MS = 6000;

interface TrustedTypePolicy {
  createScriptURL(url: string): string;
}
declare global {
  interface Window {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
    };
    /** Read by the run-time code of every build: URL path to `sha384-...`. */
    __slicewayIntegrity?: Record<string, string>;
  }
}

/**
 * Loads remotes' entries only from this origin, only what the vector names, and only with the bytes that the
 * vector promises.
 */
export function scriptGuard(integrity: Record<string, string>): ModuleFederationRuntimePlugin {
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

function allowed(url: string, integrity: Record<string, string>): string {
  if (new URL(url, window.location.href).origin === window.location.origin && integrity[pathOf(url)])
    return url;
  throw new TypeError(`${url} is no script of this page's vector`);
}

function pathOf(url: string): string {
  return new URL(url, window.location.href).pathname;
}
