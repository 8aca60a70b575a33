// The service's own REST API, asked with the reader's token.

const KEY = 'milepost.token';

/** An answer other than 200: what the API says about it (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `The service answered ${status}.`);
    this.status = status;
    this.code = body.code;
  }

  /** Whether another token could help. */
  get unknownReader() { return this.status === 401 || this.status === 403; }

  get currencies() { return this.code === 'CURRENCY_REQUIRED' ? this.message.match(/\b[A-Z]{3}\b/g) ?? [] : []; }
}

/** A link may bring the token behind its #, which no server gets to see; it leaves the address at once. */
export function takeTokenFromLink() {
  const brought = new URLSearchParams(location.hash.slice(1)).get('token');
  if (brought) {
    keepToken(brought);
    history.replaceState(null, '', location.pathname + location.search);
  }
}

export const hasToken = () => sessionStorage.getItem(KEY) !== null;
export const keepToken = token => sessionStorage.setItem(KEY, token.trim());
export const forgetToken = () => sessionStorage.removeItem(KEY);

/** One report; parameters without a value are not sent. */
export const report = (name, parameters) =>
  ask(`/v1/reports/${name}?${new URLSearchParams(Object.entries(parameters).filter(([, value]) => value))}`);

/** The deal that an id is of. */
export const trace = id => ask(`/v1/trace/${encodeURIComponent(id)}`);

async function ask(path) {
  const answer = await fetch(path, {
    headers: { Authorization: `Bearer ${sessionStorage.getItem(KEY)}`, Accept: 'application/json' },
    cache: 'no-store',
  });
  if (answer.ok) return answer.json();
  const told = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
  throw new Problem(answer.status, told);
}
