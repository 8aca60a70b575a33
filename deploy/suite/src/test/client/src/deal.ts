// One deal from the captured lead to the signature, by clients that know nothing but the published documents.
import createClient from "openapi-fetch";
import type { paths as ContractPaths } from "./contract.js";
import type { paths as LeadPaths } from "./lead.js";
import type { components, paths as OpportunityPaths } from "./opportunity.js";

declare const process: { argv: string[] };

const [leadUrl, opportunityUrl, contractUrl, issuerUrl] = process.argv.slice(2) as [string, string, string, string];
const PATIENCE_MS = 120_000;
const NEGOTIATION = 7;
const VALUE = { amount: "120000.00", currency: "EUR" };

const tokens = new Map<string, string>();

async function tokenOf(role: string): Promise<string> {
  const known = tokens.get(role);
  if (known !== undefined) {
    return known;
  }
  const answer = await fetch(`${issuerUrl}/oauth2/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${btoa(`${role}:local-${role}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  });
  const token = ((await answer.json()) as { access_token: string }).access_token;
  tokens.set(role, token);
  return token;
}

/** The headers of a new command. */
async function by(role: string) {
  return { params: { header: { "Idempotency-Key": crypto.randomUUID() } }, headers: await bearer(role) };
}

async function bearer(role: string) {
  return { authorization: `Bearer ${await tokenOf(role)}` };
}

/** What was answered; a problem ends the story. */
function told<T>(step: string, answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${step}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

/** Asks again until the answer is good: what other services do follows by itself. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what} has not happened`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const leads = createClient<LeadPaths>({ baseUrl: leadUrl });
const opportunities = createClient<OpportunityPaths>({ baseUrl: opportunityUrl });
const contracts = createClient<ContractPaths>({ baseUrl: contractUrl });

async function convertedLead(): Promise<{ account: string; opportunity: string }> {
  const account = told("account", await leads.POST("/v1/accounts", { ...(await by("sales_rep")), body: { name: "Dock Works" } }));
  const lead = told(
    "capture",
    await leads.POST("/v1/leads", {
      ...(await by("sales_rep")),
      body: {
        channel: "EXHIBITION",
        companyName: "Dock Works",
        accountId: account.id,
        contactName: "Robin Vale",
        email: `robin.${crypto.randomUUID()}@dock.example`,
        need: "cranes that can be steered from shore",
      },
    }),
  );
  const at = async (role: string) => {
    const { params, headers } = await by(role);
    return { headers, params: { ...params, path: { id: lead.id } } };
  };
  const member = `Typed Client ${crypto.randomUUID()}`;
  told(
    "member",
    await leads.POST("/v1/team-members", {
      ...(await by("sales_manager")),
      body: { code: member, team: "Clients", region: "Anywhere", from: "2026-01-01" },
    }),
  );
  told("register", await leads.POST("/v1/leads/{id}/register", { ...(await at("sales_rep")), body: {} }));
  told("assign", await leads.POST("/v1/leads/{id}/assign", { ...(await at("sales_manager")), body: { owner: member } }));
  told("qualify", await leads.POST("/v1/leads/{id}/qualify", { ...(await at("sales_rep")), body: {} }));
  told(
    "convert",
    await leads.POST("/v1/leads/{id}/convert", {
      ...(await at("sales_rep")),
      body: { expectedValue: VALUE, product: "GTX Pro" },
    }),
  );
  const view = told(
    "lead",
    await leads.GET("/v1/leads/{id}", { params: { path: { id: lead.id } }, headers: await bearer("sales_rep") }),
  );
  if (view.opportunityId === undefined) {
    throw new Error("a converted lead names its opportunity");
  }
  return { account: account.id, opportunity: view.opportunityId };
}

async function reached(opportunity: string, status: string): Promise<void> {
  const headers = await bearer("sales_rep");
  await until(`the opportunity is ${status}`, async () => {
    const { data } = await opportunities.GET("/v1/opportunities/{id}", { params: { path: { id: opportunity } }, headers });
    return data?.status === status ? data : undefined;
  });
}

async function proven(opportunity: string, stage: components["schemas"]["Stage"]): Promise<void> {
  const at = async () => {
    const { params, headers } = await by("sales_rep");
    return { headers, params: { ...params, path: { id: opportunity } } };
  };
  for (const { code } of stage.milestones) {
    told(code, await opportunities.POST("/v1/opportunities/{id}/reach-milestone", { ...(await at()), body: { milestone: code } }));
  }
  for (const { code } of stage.criteria.filter((criterion) => criterion.shownBy === "STATEMENT")) {
    told(code, await opportunities.POST("/v1/opportunities/{id}/meet-criterion", { ...(await at()), body: { criterion: code, evidence: "file of the deal" } }));
  }
  told(
    "commitment",
    await opportunities.POST("/v1/opportunities/{id}/record-commitment", {
      ...(await at()),
      body: { by: "Robin Vale", to: stage.commitment ?? "the next step" },
    }),
  );
  told("advance", await opportunities.POST("/v1/opportunities/{id}/advance-stage", { ...(await at()), body: {} }));
}

async function quoted(opportunity: string, account: string): Promise<string> {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const prices = told(
    "price list",
    await opportunities.POST("/v1/price-lists", {
      ...(await by("sales_manager")),
      body: {
        name: "Cranes",
        validFrom: day(-1),
        items: [{ code: "GTX Pro", name: "GTX Pro", price: { amount: "5000.00", currency: "EUR" }, aliases: [] }],
      },
    }),
  );
  const quotation = told(
    "quotation",
    await opportunities.POST("/v1/quotations", {
      ...(await by("sales_rep")),
      body: {
        opportunityId: opportunity,
        accountId: account,
        owner: "Typed Client",
        priceListId: prices.id,
        lines: [{ product: "GTX Pro", quantity: 24, unitPrice: { amount: "5000.00", currency: "EUR" } }],
        validUntil: day(30),
        paymentMethod: "bank transfer",
        deliveryDeadline: day(90),
        qualityStandard: "ISO 4301",
        scope: "24 cranes, installed and tested",
        duration: "3 months",
        payments: [{ label: "all of it", percent: 100, trigger: "SIGNATURE" }],
      },
    }),
  );
  const at = async () => {
    const { params, headers } = await by("sales_rep");
    return { headers, params: { ...params, path: { id: quotation.id } } };
  };
  told("issue", await opportunities.POST("/v1/quotations/{id}/issue", { ...(await at()), body: {} }));
  told(
    "negotiate",
    await opportunities.POST("/v1/quotations/{id}/record-negotiation-round", {
      ...(await at()),
      body: { topic: "PRICE", agreed: "as quoted" },
    }),
  );
  told("accept", await opportunities.POST("/v1/quotations/{id}/accept", { ...(await at()), body: {} }));
  return quotation.id;
}

async function signed(quotation: string): Promise<void> {
  const headers = await bearer("sales_rep");
  const contract = await until("the contract is drafted", async () => {
    const { data } = await contracts.GET("/v1/contracts", {
      params: { query: { quotationId: [`eq:${quotation}`] } },
      headers,
    });
    return data?.items[0];
  });
  const at = async (role: string) => {
    const { params, headers: bearing } = await by(role);
    return { headers: bearing, params: { ...params, path: { id: contract.id } } };
  };
  told("submit", await contracts.POST("/v1/contracts/{id}/submit-for-review", { ...(await at("sales_rep")), body: {} }));
  for (const [role, review] of [["finance", "FINANCE"], ["engineering", "TECHNICAL"]] as const) {
    told(
      review,
      await contracts.POST("/v1/contracts/{id}/decide-review", { ...(await at(role)), body: { review, passed: true } }),
    );
  }
  told("send", await contracts.POST("/v1/contracts/{id}/send-for-signature", { ...(await at("sales_rep")), body: {} }));
  // Two parties are two people.
  for (const [role, party] of [["sales_manager", "SELLER"], ["legal", "CUSTOMER"]] as const) {
    told(party, await contracts.POST("/v1/contracts/{id}/sign", { ...(await at(role)), body: { party } }));
  }
}

const { account, opportunity } = await convertedLead();
await reached(opportunity, "IDENTIFIED");
const { params, headers } = await by("sales_manager");
told(
  "qualify",
  await opportunities.POST("/v1/opportunities/{id}/qualify", {
    headers,
    params: { ...params, path: { id: opportunity } },
    body: {},
  }),
);
const processes = told("processes", await opportunities.GET("/v1/sales-processes", { headers: await bearer("sales_rep") }));
const standard = processes.items.filter((process) => process.name === "standard").at(-1);
for (const stage of standard?.stages.slice(0, NEGOTIATION - 1) ?? []) {
  await proven(opportunity, stage);
}
await signed(await quoted(opportunity, account));
await reached(opportunity, "WON");
console.log(`WON ${opportunity}`);
