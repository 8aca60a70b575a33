// What the page says, in the language of its address or of its reader's browser; the service has put it in the document.

export const languages = { en: 'English', 'zh-CN': '中文' };
export const language = document.documentElement.lang in languages ? document.documentElement.lang : 'en';

const { text } = await import(`./text/${language}.js`);

/** A text by its name; what it is about is put in by name. */
export function say(name, about = {}) {
  const told = text[name];
  return typeof told === 'function' ? told(about) : told.replace(/\{(\w+)\}/g, (_, key) => about[key]);
}

/** A label of the declaration, which is in both languages. */
export const labelled = label => label?.[language === 'zh-CN' ? 'zh' : 'en'] ?? label?.en ?? '';

/** What is known by a code, in words; what people wrote stays as it is. */
export const coded = code => text.codes[code] ?? String(code);

const CODE = /^[A-Z][A-Z0-9_]*$/;

/** Any code as words: `INSTALLED`, `DELIVERY_PROJECT`. */
export function worded(code) {
  if (text.codes[code] || !CODE.test(code)) return coded(code);
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
