// Makes a release out of the files beside this one, publishes it and makes it live. Nothing of Sliceway's is used.
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { parse, print, stripIgnoredCharacters } from "graphql";

const { SLICEWAY_REGISTRY_URL = "http://127.0.0.1:7000", SLICEWAY_TOKEN, SLICEWAY_SIGNING_KEY } = process.env;
if (!SLICEWAY_TOKEN || !SLICEWAY_SIGNING_KEY) throw new Error("set SLICEWAY_TOKEN and SLICEWAY_SIGNING_KEY");
/** Stands in place of the id while the id is computed. */
const TOKEN = "xxreleaseidx";
const file = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

// ---- the parts -------------------------------------------------------------------------------------------------

const manifest = JSON.parse(file("slice.json"));
const slice = manifest.name;
const schema = file("schema.graphql");

const text = "query MottosPage { mottos { text author { id name } } }";
const canonicalText = stripIgnoredCharacters(print(parse(text)));
const operationId = `x-${slice}:${sha256(canonicalText)}`;

const server = await build({
  entryPoints: [new URL("server.mjs", import.meta.url).pathname],
  bundle: true,
  platform: "node",
  format: "esm",
  write: false,
});

const files = {
  "server/server.mjs": server.outputFiles[0].text,
  "server/schema.graphql": schema,
  "web/remoteEntry.js": file("remote-entry.js").replace("xxoperationidxx", operationId),
};

const parts = {
  format: 1,
  slice,
  role: "slice",
  manifest,
  schema,
  operations: [{ id: operationId, name: "MottosPage", kind: "query", text, file: "release.mjs", line: 19 }],
  fragments: [],
  shared: { provides: {}, uses: {} },
  migrations: [],
  web: {
    container: `${slice}__${TOKEN}`,
    entry: "remoteEntry.js",
    styles: [],
    exposes: { "./pages/MottosPage": { js: [], css: [] } },
  },
};

// ---- the id: over everything, with the token where the id will stand ---------------------------------------------

const hashed = Object.entries(files).map(([path, content]) => ({ path, sha256: sha256(content) }));
hashed.sort((a, b) => (a.path < b.path ? -1 : 1));
const id = sha256(canonicalJson({ ...parts, files: hashed })).slice(0, 12);
const release = JSON.parse(JSON.stringify(parts).replaceAll(TOKEN, id));
release.id = id;
release.files = Object.entries(files).map(([path, content]) => {
  const bytes = Buffer.from(finished(path, content));
  const integrity = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  return { path, bytes: bytes.length, sha256: sha256(bytes), ...(path.startsWith("web/") && { integrity }) };
});

// ---- the signature: over the document, which has the hashes of all files --------------------------------------------

const privateKey = createPrivateKey({
  key: Buffer.from(SLICEWAY_SIGNING_KEY, "base64"),
  format: "der",
  type: "pkcs8",
});
const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" });
const signed = Buffer.from(`sliceway release\n${sha256(canonicalJson(release))}`);
const signature = `k-${sha256(publicKey).slice(0, 12)} ${sign(null, signed, privateKey).toString("base64")}`;

// ---- publish: the files, then the release as the commit marker ---------------------------------------------------

for (const [path, content] of Object.entries(files))
  await call("PUT", `/v1/releases/${slice}/${id}/files/${path}`, finished(path, content), {
    "content-type": "application/octet-stream",
  });
await call("PUT", `/v1/releases/${slice}/${id}`, JSON.stringify(release), {
  "content-type": "application/json",
  "x-sliceway-signature": signature,
});
console.log(`published ${slice}@${id}`);

// ---- make it live --------------------------------------------------------------------------------------------

let deployment = await call("POST", "/v1/deployments", JSON.stringify({ releases: [`${slice}@${id}`] }));
while (deployment.state === "running") {
  await new Promise((resolve) => setTimeout(resolve, 200));
  deployment = await call("GET", `/v1/deployments/${deployment.id}`);
}
console.log(`deployment ${deployment.state}`);
for (const { message, fix } of deployment.problems) console.error(`${message}\n${fix}`);
process.exitCode = deployment.state === "done" ? 0 : 1;

// ----------------------------------------------------------------------------------------------------------------

/** Only text files of the remote may hold the id. */
function finished(path, content) {
  return path.startsWith("web/") ? content.replaceAll(TOKEN, id) : content;
}

async function call(method, path, body, headers = { "content-type": "application/json" }) {
  const response = await fetch(`${SLICEWAY_REGISTRY_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${SLICEWAY_TOKEN}`, ...headers },
    ...(body !== undefined && { body }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

function sha256(data) {
  return createHash("sha256").update(data).digest("hex");
}

/** Sorted keys, no spaces. */
function canonicalJson(value) {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
