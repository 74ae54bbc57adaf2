import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { CrashReport, PageBoot, ServedPage } from "@sliceway/protocol";
import { matchRoute, resolveVariables } from "@sliceway/protocol/route";
import express, { type Request, type Response } from "express";
import { type BuiltSite, VECTOR } from "./build-site.ts";
import { pageBoot, pageHead, pageTail } from "./page-html.ts";

type Variables = Record<string, unknown>;
/** Answers an operation; null gives no GraphQL answer at all. */
export type Answer = (variables: Variables, request: Request | null) => unknown;
/** How a file is sent instead of as it is. */
export type Fault = (response: Response) => void;

export interface Site extends AsyncDisposable {
  url: string;
  /** By operation name. Change it as the test goes. */
  answers: Record<string, Answer>;
  viewer: PageBoot["viewer"];
  /** URL path of an asset to what is wrong with it. */
  faults: Map<string, Fault>;
  /** The vector for a page that asks where to go; null: it stays. */
  whereTo: (question: { from: string; avoid: string[] }) => string | null;
  /** Operations that came over POST /graphql, with their headers. */
  asked: { name: string; variables: Variables; headers: Request["headers"] }[];
  pins: { vector: string; page: string }[];
  beacons: CrashReport[];
  /** How often a page asked where to go. */
  boots: number;
}

const NONCE = "bm9uY2U";
const POLICY = [
  "default-src 'self'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  `style-src 'self' 'nonce-${NONCE}'`,
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types shell slice 'allow-duplicates'",
].join("; ");

/** Serves a built site as a gateway would: strict policy, boot JSON, data in the tail, operations by their id. */
export async function startSite(built: BuiltSite): Promise<Site> {
  const app = express();
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const site: Site = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers: {},
    viewer: null,
    faults: new Map(),
    whereTo: () => null,
    asked: [],
    pins: [],
    beacons: [],
    boots: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  app.get("/s/:slice/:release/:file", (request, response) => sendAsset(built, site, request, response));
  app.post("/graphql", express.json(), (request, response) => sendAnswer(built, site, request, response));
  app.post("/pin", (request, response) => {
    site.pins.push({ vector: String(request.query.vector), page: String(request.query.page) });
    response.end();
  });
  app.post("/beacon", express.json(), (request, response) => {
    site.beacons.push(request.body);
    response.end();
  });
  app.get("/boot", (request, response) => sendBoot(built, site, request, response));
  app.get("/*path", (request, response) => sendPage(built, site, request, response));
  app.get("/", (request, response) => sendPage(built, site, request, response));
  return site;
}

function sendAsset(built: BuiltSite, site: Site, request: Request, response: Response): void {
  const { slice = "", release = "", file = "" } = request.params as Record<string, string>;
  const fault = site.faults.get(request.path);
  if (fault) fault(response);
  else response.sendFile(join(built.dir, slice, release, file));
}

function sendAnswer(built: BuiltSite, site: Site, request: Request, response: Response): void {
  const { documentId, variables } = request.body;
  const name = built.operations.find(({ id }) => id === documentId)?.name ?? "";
  site.asked.push({ name, variables, headers: request.headers });
  const answer = site.answers[name]?.(variables, request);
  if (answer === null) response.status(502).type("html").send("<h1>Bad gateway</h1>");
  else response.json(answer ?? { errors: [{ message: `nothing answers ${name}` }] });
}

async function sendBoot(built: BuiltSite, site: Site, request: Request, response: Response): Promise<void> {
  const { path, from, avoid } = request.query as Record<string, string>;
  site.boots += 1;
  const vector = site.whereTo({ from: from ?? "", avoid: avoid?.split(".").filter(Boolean) ?? [] });
  if (!vector || vector === from) return void response.status(204).end();
  const boot = pageBoot(built, vector, { language: languageOf(request), viewer: site.viewer });
  const operation = await firstAnswer(built, site, new URL(path ?? "", site.url));
  response.json({ boot, data: { operation } } satisfies ServedPage);
}

async function sendPage(built: BuiltSite, site: Site, request: Request, response: Response): Promise<void> {
  response.set("content-security-policy", POLICY).type("html");
  response.write(pageHead(built, { nonce: NONCE, language: languageOf(request), viewer: site.viewer }));
  const operation = await firstAnswer(built, site, new URL(request.url, site.url));
  response.end(pageTail({ operation }));
}

function languageOf(request: Request): string {
  return request.headers.cookie?.includes("language=ko") ? "ko" : "en";
}

async function firstAnswer(built: BuiltSite, site: Site, { pathname, search }: URL) {
  const routes = built.slices[VECTOR]?.flatMap(({ manifest }) => manifest.web?.routes ?? []) ?? [];
  const match = matchRoute(routes, pathname);
  const operation = built.operations.find(({ name }) => name === match?.route.operation);
  if (!match || !operation) return null;
  const variables = resolveVariables(match.route, match.params, search);
  const result = await site.answers[operation.name]?.(variables, null);
  return result ? { id: operation.id, variables, result } : null;
}
