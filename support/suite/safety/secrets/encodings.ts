const SHORTEST_PART = 6;

/** The forms in which a text can travel: raw, in JSON, in a URL, in HTML, in hex, in base64 (alone or within something longer). */
export function encodedForms(text: string): string[] {
  const bytes = Buffer.from(text);
  const json = JSON.stringify(text).slice(1, -1);
  const escaped = json.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const percent = encodeURIComponent(text);
  const strict = percent.replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const quoted = html.replace(/"/g, '&quot;');
  return [
    ...new Set([
      text,
      ...[json, escaped, upperEscapes(escaped)].flatMap((form) => [form, form.replaceAll('/', '\\/')]),
      percent,
      strict,
      lowerEscapes(percent),
      lowerEscapes(strict),
      new URLSearchParams([['', text]]).toString().slice(1),
      html,
      quoted,
      quoted.replace(/'/g, '&#39;'),
      quoted.replace(/'/g, '&#x27;'),
      quoted.replace(/'/g, '&apos;'),
      bytes.toString('hex'),
      bytes.toString('hex').toUpperCase(),
      ...base64Forms(bytes),
      ...base64Forms(Buffer.from(json)),
    ]),
  ];
}

const lowerEscapes = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
const upperEscapes = (text: string): string => text.replace(/\\u[0-9a-f]{4}/g, (code) => `\\u${code.slice(2).toUpperCase()}`);

/**
 * Base64 of the bytes alone; and, for each of the three places in which they may begin within something longer (`user:password`), the
 * characters that they alone decide.
 */
function base64Forms(bytes: Buffer): string[] {
  const whole = bytes.toString('base64');
  const within = [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
  });
  const forms = [whole, whole.replace(/=+$/, ''), ...within.filter(({ length }) => length >= SHORTEST_PART)];
  return forms.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}
