// The service's own REST API, asked with the reader's token.

const KEY = 'milepost.token';

/** An answer other than 200: what the API says about it (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.code = body.code;
  }

  /** Whether another token could help. */
  get unknownReader() { return this.status === 401 || this.status === 403; }
}

/** A link may bring the token behind its #, which no server gets to see; it leaves the address at once. */
export function takeTokenFromLink() {
  const brought = new URLSearchParams(location.hash.slice(1)).get('token');
  if (brought) {
    keepToken(brought);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
}

export const hasToken = () => sessionStorage.getItem(KEY) !== null;
export const keepToken = token => sessionStorage.setItem(KEY, token.trim());
export const forgetToken = () => sessionStorage.removeItem(KEY);

/** A path with parameters; those without a value are left out, an empty text is one. */
function addressOf(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What is answered in JSON. */
export const ask = async (path, parameters) => (await fetched(addressOf(path, parameters), 'application/json')).json();

/** Saves an answer as a file, under the name that is given. */
export async function save(path, parameters, name) {
  const content = await (await fetched(addressOf(path, parameters), '*/*')).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function fetched(address, accept) {
  let answer;
  try {
    answer = await fetch(address, {
      headers: { Authorization: `Bearer ${sessionStorage.getItem(KEY)}`, Accept: accept },
      cache: 'no-store',
    });
  } catch {
    throw new Problem(0, {});
  }
  if (answer.ok) return answer;
  const told = answer.headers.get('Content-Type')?.includes('json') ? await answer.json().catch(() => ({})) : {};
  throw new Problem(answer.status, told);
}
