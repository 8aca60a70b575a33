// One deal from the captured lead to the signature: node dist/example/deal.js LEAD OPPORTUNITY CONTRACT ISSUER, each an URL.
import { milepost, once, onceOn, type opportunity as ofOpportunity, told } from "../index.js";

declare const process: { argv: string[] };

const [lead, opportunityUrl, contract, issuer] = process.argv.slice(2) as [string, string, string, string];
const PATIENCE_MS = 120_000;
const NEGOTIATION = 7;
const VALUE = { amount: "120000.00", currency: "EUR" };

/** The suite as somebody of this role sees it, by the clients of the local token issuer. */
function suiteOf(role: string) {
  let token: Promise<string> | undefined;
  const urls = { lead, opportunity: opportunityUrl, contract, delivery: "", reporting: "" };
  return milepost(urls, () => (token ??= tokenOf(role)));
}

async function tokenOf(role: string): Promise<string> {
  const answer = await fetch(`${issuer}/oauth2/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${btoa(`${role}:local-${role}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  });
  return ((await answer.json()) as { access_token: string }).access_token;
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

const rep = suiteOf("sales_rep");
const manager = suiteOf("sales_manager");

async function convertedLead(): Promise<{ account: string; opportunity: string }> {
  const account = told("account", await rep.leads.POST("/v1/accounts", { params: once(), body: { name: "Dock Works" } }));
  const captured = told(
    "capture",
    await rep.leads.POST("/v1/leads", {
      params: once(),
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
  const member = `Typed Client ${crypto.randomUUID()}`;
  told(
    "member",
    await manager.leads.POST("/v1/team-members", {
      params: once(),
      body: { code: member, team: "Clients", region: "Anywhere", from: "2026-01-01" },
    }),
  );
  const { id } = captured;
  told("register", await rep.leads.POST("/v1/leads/{id}/register", { params: onceOn(id), body: {} }));
  told("assign", await manager.leads.POST("/v1/leads/{id}/assign", { params: onceOn(id), body: { owner: member } }));
  told("qualify", await rep.leads.POST("/v1/leads/{id}/qualify", { params: onceOn(id), body: {} }));
  told(
    "convert",
    await rep.leads.POST("/v1/leads/{id}/convert", { params: onceOn(id), body: { expectedValue: VALUE, product: "GTX Pro" } }),
  );
  const view = told("lead", await rep.leads.GET("/v1/leads/{id}", { params: { path: { id } } }));
  if (view.opportunityId === undefined) {
    throw new Error("a converted lead names its opportunity");
  }
  return { account: account.id, opportunity: view.opportunityId };
}

async function reached(id: string, status: string): Promise<void> {
  await until(`the opportunity is ${status}`, async () => {
    const { data } = await rep.opportunities.GET("/v1/opportunities/{id}", { params: { path: { id } } });
    return data?.status === status ? data : undefined;
  });
}

async function proven(id: string, stage: ofOpportunity.components["schemas"]["Stage"]): Promise<void> {
  for (const { code } of stage.milestones) {
    told(
      code,
      await rep.opportunities.POST("/v1/opportunities/{id}/reach-milestone", { params: onceOn(id), body: { milestone: code } }),
    );
  }
  for (const { code } of stage.criteria.filter((criterion) => criterion.shownBy === "STATEMENT")) {
    told(
      code,
      await rep.opportunities.POST("/v1/opportunities/{id}/meet-criterion", {
        params: onceOn(id),
        body: { criterion: code, evidence: "file of the deal" },
      }),
    );
  }
  told(
    "commitment",
    await rep.opportunities.POST("/v1/opportunities/{id}/record-commitment", {
      params: onceOn(id),
      body: { by: "Robin Vale", to: stage.commitment ?? "the next step" },
    }),
  );
  told("advance", await rep.opportunities.POST("/v1/opportunities/{id}/advance-stage", { params: onceOn(id), body: {} }));
}

async function quoted(opportunity: string, account: string): Promise<string> {
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  const prices = told(
    "price list",
    await manager.opportunities.POST("/v1/price-lists", {
      params: once(),
      body: {
        name: "Cranes",
        validFrom: day(-1),
        items: [{ code: "GTX Pro", name: "GTX Pro", price: { amount: "5000.00", currency: "EUR" }, aliases: [] }],
      },
    }),
  );
  const { id } = told(
    "quotation",
    await rep.opportunities.POST("/v1/quotations", {
      params: once(),
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
  told("issue", await rep.opportunities.POST("/v1/quotations/{id}/issue", { params: onceOn(id), body: {} }));
  told(
    "negotiate",
    await rep.opportunities.POST("/v1/quotations/{id}/record-negotiation-round", {
      params: onceOn(id),
      body: { topic: "PRICE", agreed: "as quoted" },
    }),
  );
  told("accept", await rep.opportunities.POST("/v1/quotations/{id}/accept", { params: onceOn(id), body: {} }));
  return id;
}

async function signed(quotation: string): Promise<void> {
  const { id } = await until("the contract is drafted", async () => {
    const { data } = await rep.contracts.GET("/v1/contracts", { params: { query: { quotationId: [`eq:${quotation}`] } } });
    return data?.items[0];
  });
  told("submit", await rep.contracts.POST("/v1/contracts/{id}/submit-for-review", { params: onceOn(id), body: {} }));
  for (const [role, review] of [["finance", "FINANCE"], ["engineering", "TECHNICAL"]] as const) {
    told(
      review,
      await suiteOf(role).contracts.POST("/v1/contracts/{id}/decide-review", {
        params: onceOn(id),
        body: { review, passed: true },
      }),
    );
  }
  told("send", await rep.contracts.POST("/v1/contracts/{id}/send-for-signature", { params: onceOn(id), body: {} }));
  // Two parties are two people.
  for (const [role, party] of [["sales_manager", "SELLER"], ["legal", "CUSTOMER"]] as const) {
    told(party, await suiteOf(role).contracts.POST("/v1/contracts/{id}/sign", { params: onceOn(id), body: { party } }));
  }
}

const { account, opportunity } = await convertedLead();
await reached(opportunity, "IDENTIFIED");
told("qualify", await manager.opportunities.POST("/v1/opportunities/{id}/qualify", { params: onceOn(opportunity), body: {} }));
const processes = told("processes", await rep.opportunities.GET("/v1/sales-processes"));
const standard = processes.items.filter((process) => process.name === "standard").at(-1);
for (const stage of standard?.stages.slice(0, NEGOTIATION - 1) ?? []) {
  await proven(opportunity, stage);
}
await signed(await quoted(opportunity, account));
await reached(opportunity, "WON");
console.log(`WON ${opportunity}`);
