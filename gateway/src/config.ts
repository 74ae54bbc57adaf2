import { resolve } from "node:path";
import { readSettings } from "@sliceway/service-kit";
import { z } from "zod";

const flag = z.enum(["true", "false"]).default("false");

const settingsSchema = z.object({
  GATEWAY_PORT: z.coerce.number().int().min(0).max(65_535).default(8000),
  HOST: z.string().default("127.0.0.1"),
  LISTEN_FDS: z.coerce.number().int().min(1).optional(),
  HEALTH_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  REGISTRY_URL: z.url().default("http://127.0.0.1:7000"),
  RELEASES_DIR: z.string(),
  SERVICE_TOKEN: z.string().min(1),
  STATE_DIR: z.string(),
  GATEWAY_KEY_FILE: z.string(),
  ALLOWED_ORIGINS: z.string().default(""),
  LOCAL_EXPLORER: flag,
  PUBLIC_ORIGIN: z.url().optional(),
});

export interface GatewayConfig {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Descriptors of a listening socket that whoever started this process holds, in place of host and port. */
  listenFds?: readonly number[] | undefined;
  /** Where this very process answers `/healthz`, `/readyz` and `/metrics`, if others serve the same port. */
  healthPort?: number | undefined;
  registryUrl: string;
  /** Where release files lie: `<slice>/<id>/web/...`. */
  releasesDir: string;
  serviceToken: string;
  /** Last known routing and vectors, and the explorer's bundle. */
  stateDir: string;
  /** An Ed25519 private key as a JWK. */
  gatewayKeyFile: string;
  /** Origins of other sites whose pages may send GraphQL: `https://partner.example`. */
  allowedOrigins: string[];
  /** Whoever is at this machine may use the explorer without a grant. */
  localExplorer: boolean;
  /** What browsers see, if something stands before the gateway: `https://example.org`. */
  publicOrigin: URL | null;
}

/** Throws a SlicewayError that names every wrong setting. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const settings = readSettings(settingsSchema, env);
  return {
    host: settings.HOST,
    port: settings.GATEWAY_PORT,
    listenFds: listInherited(settings.LISTEN_FDS),
    healthPort: settings.HEALTH_PORT,
    registryUrl: settings.REGISTRY_URL,
    releasesDir: resolve(settings.RELEASES_DIR),
    serviceToken: settings.SERVICE_TOKEN,
    stateDir: resolve(settings.STATE_DIR),
    gatewayKeyFile: settings.GATEWAY_KEY_FILE,
    allowedOrigins: settings.ALLOWED_ORIGINS.split(",")
      .map((origin) => origin.trim())
      .filter(Boolean),
    localExplorer: settings.LOCAL_EXPLORER === "true",
    publicOrigin: settings.PUBLIC_ORIGIN ? new URL(settings.PUBLIC_ORIGIN) : null,
  };
}

/** Inherited descriptors are numbered from 3 on, after the standard ones, as systemd hands them over. */
function listInherited(count: number | undefined): number[] | undefined {
  return count === undefined ? undefined : Array.from({ length: count }, (_, index) => 3 + index);
}
