// A slice server on Node's own modules: a federation subgraph, the gateway's tokens, a lease. Nothing of Sliceway's.
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buildASTSchema, concatAST, graphql, Kind, parse, visit } from "graphql";

const { SLICE, RELEASE, INSTANCE, HOST, PORT, REGISTRY_URL, SERVICE_TOKEN } = process.env;
const sdl = readFileSync("schema.graphql", "utf8");

// ---- the subgraph ----------------------------------------------------------------------------------------------

const mottos = new Map([["nobody", "Less, but better."]]);

const federation = parse(`
  scalar _Any
  union _Entity = User
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }
`);
/** Directives are for composition; a server that runs the schema need not know them. */
const bare = visit(parse(sdl), { Directive: () => null, SchemaExtension: () => null });
const schema = buildASTSchema(mergeExtensions(concatAST([bare, federation])));

const root = {
  mottos: () => [...mottos].map(([id, text]) => toMotto(id, text)),
  setMotto: ({ text }, { userId }) => {
    if (!userId) return refused("Log in first.");
    if (text.length > 80) return refused("80 characters at most.");
    mottos.set(userId, text);
    return toMotto(userId, text);
  },
  _entities: ({ representations }) => representations.map(({ id }) => toUser(id)),
};

function toMotto(id, text) {
  return { __typename: "Motto", text, author: id === "nobody" ? null : toUser(id) };
}

function toUser(id) {
  return { __typename: "User", id, motto: mottos.get(id) ?? null };
}

function refused(reason) {
  return { __typename: "MottoRefused", reason };
}

/** `extend type Query` into `type Query`. */
function mergeExtensions(document) {
  const extensions = document.definitions.filter(({ kind }) => kind === Kind.OBJECT_TYPE_EXTENSION);
  const definitions = document.definitions
    .filter((definition) => !extensions.includes(definition))
    .map((definition) => {
      const more = extensions.filter(({ name }) => name.value === definition.name?.value);
      return {
        ...definition,
        fields: [...(definition.fields ?? []), ...more.flatMap(({ fields }) => fields)],
      };
    });
  return { ...document, definitions };
}

// ---- who may ask -----------------------------------------------------------------------------------------------

let keys = [];
async function fetchKeys() {
  const response = await fetch(`${REGISTRY_URL}/v1/keys`);
  ({ keys } = await response.json());
}

/** The claims of a token that a gateway signed for this slice; null for anything else. */
async function readClaims(authorization = "") {
  const [header, payload, signature] = authorization.replace(/^Bearer /i, "").split(".");
  if (!signature) return null;
  const { alg, kid } = fromBase64(header);
  if (!keys.some((key) => key.kid === kid)) await fetchKeys();
  const jwk = keys.find((key) => key.kid === kid);
  if (alg !== "EdDSA" || !jwk) return null;
  const key = createPublicKey({ key: jwk, format: "jwk" });
  if (!verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, "base64url")))
    return null;
  const claims = fromBase64(payload);
  const now = Date.now() / 1000;
  return claims.iss === "gateway" && claims.aud === SLICE && claims.exp > now - 5 ? claims : null;
}

function fromBase64(part) {
  return JSON.parse(Buffer.from(part, "base64url"));
}

// ---- HTTP ------------------------------------------------------------------------------------------------------

const server = createServer(async (request, response) => {
  try {
    if (request.url === "/healthz") return send(response, 200, { status: "ok" });
    if (request.url !== "/graphql" || request.method !== "POST") return send(response, 404, {});
    const claims = await readClaims(request.headers.authorization);
    if (!claims) return send(response, 401, { errors: [{ message: "No valid token of a gateway." }] });
    const { query, variables, operationName } = JSON.parse(await readBody(request));
    const contextValue = { userId: claims.sub ?? null };
    const answer = await graphql({
      schema,
      source: query,
      rootValue: root,
      contextValue,
      variableValues: variables,
      operationName,
    });
    send(response, 200, answer);
  } catch (error) {
    console.error(JSON.stringify({ level: 50, msg: "a request failed", err: { message: error.message } }));
    if (!response.headersSent) send(response, 500, { errors: [{ message: "Something went wrong." }] });
  }
});

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function send(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

// ---- the lease -------------------------------------------------------------------------------------------------

let epoch = null;
let state = "ready";

async function beat() {
  const { port } = server.address();
  const request =
    epoch === null
      ? [
          "POST",
          "/v1/leases",
          { slice: SLICE, release: RELEASE, instance: INSTANCE, url: `http://${HOST}:${port}`, state },
        ]
      : ["PUT", `/v1/leases/${INSTANCE}`, { epoch, state, memoryBytes: process.memoryUsage.rss() }];
  const [status, answer] = await askRegistry(...request);
  if (status === 409) epoch = null;
  else if (status < 300) epoch = answer.epoch ?? epoch;
}

async function askRegistry(method, path, body) {
  const response = await fetch(`${REGISTRY_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${SERVICE_TOKEN}`, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(3000),
  });
  return [response.status, await response.json()];
}

server.listen(Number(PORT), HOST, async () => {
  await beat().catch(() => {});
  const timer = setInterval(() => beat().catch(() => {}), 2000);
  process.once("SIGTERM", async () => {
    clearInterval(timer);
    state = "draining";
    await beat().catch(() => {});
    // Time for the gateways to hear it; then what is under way is answered, and that is all.
    setTimeout(() => server.close(() => leave()), 300);
  });
});

async function leave() {
  await askRegistry("DELETE", `/v1/leases/${INSTANCE}?epoch=${epoch}`).catch(() => {});
  process.exit(0);
}
