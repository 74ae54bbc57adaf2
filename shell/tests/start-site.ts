import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { PageBoot } from "@sliceway/manifest";
import { matchRoute, resolveVariables } from "@sliceway/manifest/route";
import express, { type Request, type Response } from "express";
import { type BuiltSite, RELEASE } from "./build-site.ts";
import { pageHead, pageTail } from "./page-html.ts";

type Variables = Record<string, unknown>;
/** Answers an operation; null gives no GraphQL answer at all. */
export type Answer = (variables: Variables, request: Request | null) => unknown;

export interface Site extends AsyncDisposable {
  url: string;
  /** By operation name. Change it as the test goes. */
  answers: Record<string, Answer>;
  viewer: PageBoot["viewer"];
  /** URL path of an asset to what is sent in its place. */
  tampered: Map<string, string>;
  /** Operations that came over POST /graphql, with their headers. */
  asked: { name: string; variables: Variables; headers: Request["headers"] }[];
  pins: string[];
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
    tampered: new Map(),
    asked: [],
    pins: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  app.get(`/s/:slice/${RELEASE}/:file`, (request, response) => sendAsset(built, site, request, response));
  app.post("/graphql", express.json(), (request, response) => sendAnswer(built, site, request, response));
  app.post("/pin", (request, response) => {
    site.pins.push(String(request.query.vector));
    response.end();
  });
  app.get("/*path", (request, response) => sendPage(built, site, request, response));
  app.get("/", (request, response) => sendPage(built, site, request, response));
  return site;
}

function sendAsset(built: BuiltSite, site: Site, request: Request, response: Response): void {
  const tampered = site.tampered.get(request.path);
  if (tampered !== undefined) response.type("js").send(tampered);
  else response.sendFile(join(built.dir, String(request.params.slice), String(request.params.file)));
}

function sendAnswer(built: BuiltSite, site: Site, request: Request, response: Response): void {
  const { documentId, variables } = request.body;
  const name = built.operations.find(({ id }) => id === documentId)?.name ?? "";
  site.asked.push({ name, variables, headers: request.headers });
  const answer = site.answers[name]?.(variables, request);
  if (answer === null) response.status(502).type("html").send("<h1>Bad gateway</h1>");
  else response.json(answer ?? { errors: [{ message: `nothing answers ${name}` }] });
}

async function sendPage(built: BuiltSite, site: Site, request: Request, response: Response): Promise<void> {
  const language = request.headers.cookie?.includes("language=ko") ? "ko" : "en";
  response.set("content-security-policy", POLICY).type("html");
  response.write(pageHead(built, { nonce: NONCE, language, viewer: site.viewer }));
  const operation = await firstAnswer(built, site, new URL(request.url, site.url));
  response.end(pageTail({ operation }));
}

async function firstAnswer(built: BuiltSite, site: Site, { pathname, search }: URL) {
  const routes = built.slices.flatMap(({ manifest }) => manifest.web?.routes ?? []);
  const match = matchRoute(routes, pathname);
  const operation = built.operations.find(({ name }) => name === match?.route.operation);
  if (!match || !operation) return null;
  const variables = resolveVariables(match.route, match.params, search);
  const result = await site.answers[operation.name]?.(variables, null);
  return result ? { id: operation.id, variables, result } : null;
}
