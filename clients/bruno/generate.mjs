// A collection for Bruno of all operations: node generate.mjs [FOLDER], from the approved documents of this repository.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const contracts = resolve(process.env.MILEPOST_CONTRACTS ?? join(here, "../../contracts"));
const folder = resolve(process.argv[2] ?? join(here, "milepost"));
const PORTS = { lead: 8081, opportunity: 8082, contract: 8083, delivery: 8084, reporting: 8085 };
const METHODS = ["get", "post", "put", "patch", "delete"];

/** A block of the format; what is in it stands two spaces to the right, so that no brace of a body ends it. */
function block(name, text) {
  const lines = text.split("\n").map((line) => (line === "" ? "" : `  ${line}`));
  return `${name} {\n${lines.join("\n")}\n}\n`;
}

function pairs(name, entries) {
  const line = ({ key, value, off }) => `${off ? "~" : ""}${/[\s:"{}]/.test(key) ? JSON.stringify(key) : key}: ${value}`;
  return entries.length === 0 ? "" : block(name, entries.map(line).join("\n"));
}

/** Follows a reference inside the document. */
function at(document, node) {
  return node?.$ref === undefined
    ? node
    : node.$ref.slice(2).split("/").reduce((found, step) => found[step.replaceAll("~1", "/").replaceAll("~0", "~")], document);
}

/** What a parameter is sent with until somebody says otherwise; optional ones are there, switched off. */
function parameter({ name, required, schema, example }) {
  const value = name === "Idempotency-Key" ? "{{$guid}}" : (example ?? schema?.examples?.[0] ?? schema?.enum?.[0] ?? "");
  return { key: name, value, off: !required };
}

function body(operation) {
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (content === undefined) {
    return { mode: "none", text: "" };
  }
  const examples = content.examples ?? {};
  const value = (examples.minimal ?? Object.values(examples)[0])?.value ?? content.example ?? {};
  return type.endsWith("json")
    ? { mode: "json", text: block("body:json", JSON.stringify(value, null, 2)) }
    : { mode: "text", text: block("body:text", typeof value === "string" ? value : ""), type };
}

function request(document, service, path, method, operation, seq) {
  const parameters = [...(document.paths[path].parameters ?? []), ...(operation.parameters ?? [])].map((each) => at(document, each));
  const sent = (where) => parameters.filter((each) => each.in === where).map((each) => parameter(each));
  const { mode, text, type } = body(operation);
  const headers = sent("header");
  if (type !== undefined) {
    headers.push({ key: "Content-Type", value: type, off: false });
  }
  const url = `{{${service}}}${path.replaceAll(/\/\{([^}/]+)\}(?=\/|$)/g, "/:$1")}`;
  const open = operation.security?.length === 0;
  return [
    pairs("meta", [
      { key: "name", value: operation.operationId },
      { key: "type", value: "http" },
      { key: "seq", value: seq },
    ]),
    pairs(method, [
      { key: "url", value: url },
      { key: "body", value: mode },
      { key: "auth", value: open ? "none" : "inherit" },
    ]),
    pairs("params:path", sent("path").map((each) => ({ ...each, off: false }))),
    pairs("params:query", sent("query")),
    pairs("headers", headers),
    text,
    block("docs", [operation.summary, operation.description].filter((each) => each !== undefined).join("\n\n")),
  ]
    .filter((each) => each !== "")
    .join("\n");
}

await rm(folder, { recursive: true, force: true });
await mkdir(join(folder, "environments"), { recursive: true });
await writeFile(join(folder, "bruno.json"), `${JSON.stringify({ version: "1", name: "Milepost", type: "collection" }, null, 2)}\n`);
await writeFile(
  join(folder, "collection.bru"),
  [
    pairs("auth", [{ key: "mode", value: "oauth2" }]),
    pairs("auth:oauth2", [
      { key: "grant_type", value: "client_credentials" },
      { key: "access_token_url", value: "{{issuer}}/oauth2/token" },
      { key: "client_id", value: "{{role}}" },
      { key: "client_secret", value: "local-{{role}}" },
      { key: "credentials_placement", value: "basic_auth_header" },
      { key: "credentials_id", value: "{{role}}" },
      { key: "token_placement", value: "header" },
      { key: "token_header_prefix", value: "Bearer" },
      { key: "auto_fetch_token", value: "true" },
    ]),
  ].join("\n"),
);
await writeFile(
  join(folder, "environments/local.bru"),
  pairs("vars", [
    ...Object.entries(PORTS).map(([service, port]) => ({ key: service, value: `http://localhost:${port}` })),
    { key: "issuer", value: "http://localhost:8090" },
    { key: "role", value: "sales_rep" },
  ]),
);
let count = 0;
for (const service of Object.keys(PORTS)) {
  const document = JSON.parse(await readFile(join(contracts, service, "openapi.json"), "utf8"));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter((each) => item[each] !== undefined)) {
      const operation = item[method];
      const group = join(folder, service, operation.tags?.[0] ?? "service");
      await mkdir(group, { recursive: true });
      await writeFile(join(group, `${operation.operationId}.bru`), request(document, service, path, method, operation, ++count));
    }
  }
}
console.log(`${count} requests in ${folder}`);
