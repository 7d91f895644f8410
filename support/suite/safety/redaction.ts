import { SHORTEST_SECRET } from '../../settings';

const MASK = '***';
const JSON_WEB_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]{4,}/g;
const BEARER = /(\bBearer\s+)[\w.~+/=-]{8,}/gi;

/** Knows the secrets of one scenario and takes them out of any text, however they were encoded, before it is stored or shown. */
export class Redactor {
  readonly #forms = new Set<string>();
  readonly #secrets = new Set<string>();

  /** From now on `secret` is masked, in the forms in which it can travel: as it is, in JSON, in a URL, in base64. */
  learn(secret: string): void {
    if (secret.length < SHORTEST_SECRET || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    const base64 = Buffer.from(secret).toString('base64');
    const encoded = [
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      base64,
      Buffer.from(secret).toString('base64url'),
    ];
    for (const form of [secret, ...encoded, base64.replace(/=+$/, '')]) this.#forms.add(form);
  }

  /** The raw secrets learnt so far. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  /** `text` with every known secret, and everything that looks like a token, replaced by asterisks. */
  redact(text: string): string {
    let clean = text;
    for (const form of [...this.#forms].sort((a, b) => b.length - a.length)) clean = clean.replaceAll(form, MASK);
    return clean.replace(JSON_WEB_TOKEN, MASK).replace(BEARER, `$1${MASK}`);
  }

  /** A JSON value with every text in it redacted, the names of fields too; a number that is a secret becomes a text. */
  redactValue(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value);
    if (typeof value === 'number') return this.redact(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value)) return value.map((each) => this.redactValue(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [this.redact(name), this.redactValue(each)]));
  }
}
