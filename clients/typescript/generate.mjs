// The types of each service, from its approved document: of this repository, or of the folder that MILEPOST_CONTRACTS names.
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const contracts = resolve(process.env.MILEPOST_CONTRACTS ?? "../../contracts");

await mkdir("src/generated", { recursive: true });
for (const service of ["lead", "opportunity", "contract", "delivery", "reporting"]) {
  const document = pathToFileURL(`${contracts}/${service}/openapi.json`);
  await writeFile(`src/generated/${service}.ts`, astToString(await openapiTS(document)));
}
