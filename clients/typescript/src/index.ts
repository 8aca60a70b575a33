// What a program needs to talk to the suite: a typed client for each service, and the header that every command has.
import createClient, { type Middleware } from "openapi-fetch";
import type { paths as ContractPaths } from "./generated/contract.js";
import type { paths as DeliveryPaths } from "./generated/delivery.js";
import type { paths as LeadPaths } from "./generated/lead.js";
import type { paths as OpportunityPaths } from "./generated/opportunity.js";
import type { paths as ReportingPaths } from "./generated/reporting.js";

export type * as contract from "./generated/contract.js";
export type * as delivery from "./generated/delivery.js";
export type * as lead from "./generated/lead.js";
export type * as opportunity from "./generated/opportunity.js";
export type * as reporting from "./generated/reporting.js";

/** Where the services are. */
export interface Urls {
  lead: string;
  opportunity: string;
  contract: string;
  delivery: string;
  reporting: string;
}

/** Clients that ask for a token before each request, so that one which is about to end can be replaced. */
export function milepost(urls: Urls, token: () => Promise<string>) {
  const bearing: Middleware = {
    async onRequest({ request }) {
      request.headers.set("authorization", `Bearer ${await token()}`);
      return request;
    },
  };
  const bear = <T extends { use(...middleware: Middleware[]): void }>(client: T): T => {
    client.use(bearing);
    return client;
  };
  return {
    leads: bear(createClient<LeadPaths>({ baseUrl: urls.lead })),
    opportunities: bear(createClient<OpportunityPaths>({ baseUrl: urls.opportunity })),
    contracts: bear(createClient<ContractPaths>({ baseUrl: urls.contract })),
    deliveries: bear(createClient<DeliveryPaths>({ baseUrl: urls.delivery })),
    reports: bear(createClient<ReportingPaths>({ baseUrl: urls.reporting })),
  };
}

/** The parameters of a command on no entity yet; whoever sends it again sends the same key, and it has one effect. */
export function once(key: string = crypto.randomUUID()) {
  return { header: { "Idempotency-Key": key } };
}

/** The parameters of a command on an entity. */
export function onceOn(id: string, key: string = crypto.randomUUID()) {
  return { ...once(key), path: { id } };
}

/** What was answered; a problem becomes an error that names it. */
export function told<T>(step: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${step}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}
