import { SHORTEST_SECRET } from '../../../settings';
import { encodedForms } from './encodings';
import { maskShapes, shapesIn } from './secret-shapes';
import { tells } from './telling-names';

const MASK = '***';

/** `name=value`, `name: value`, `"name": "value"` whose name may tell; what is no value (true, null, a placeholder, a mask) stays. */
const PAIR =
  /(?<![\w.<-])(["']?)([\w.-]*(?:key|secret|token|pass|pwd|senha|cred|private)[\w.-]*)(\1\s*[:=]\s*)(?!["']?(?:true|false|null|undefined|none|[<*]))("(?:[^"\\]|\\.){4,}"|'[^']{4,}'|[^\s"',;&}\])]{4,})/gi;

/** Knows the secrets of one scenario and takes them out of any text, however they were encoded, before it is stored or shown. */
export class Redactor {
  readonly #forms = new Set<string>();
  readonly #secrets = new Set<string>();
  #longestFirst: readonly string[] = [];

  /** From now on `secret` is masked, in the forms in which it can travel: as it is, in JSON, in a URL, in HTML, in base64, in hex. */
  learn(secret: string): void {
    if (secret.length < SHORTEST_SECRET || this.#secrets.has(secret)) return;
    this.#secrets.add(secret);
    for (const form of encodedForms(secret)) this.#forms.add(form);
    this.#longestFirst = [...this.#forms].sort((a, b) => b.length - a.length);
  }

  /** The raw secrets learnt so far. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  /** `text` with every known secret, and everything that looks like one or bears the name of one, replaced by asterisks. */
  redact(text: string): string {
    let clean = text;
    for (const form of this.#longestFirst) clean = clean.replaceAll(form, MASK);
    return maskShapes(clean, MASK).replace(PAIR, maskPair);
  }

  /** A JSON value with every text in it redacted, the names of fields too; a number that is a secret becomes a text. */
  redactValue(value: unknown): unknown {
    if (typeof value === 'string') return this.redact(value);
    if (typeof value === 'number') return this.redact(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value)) return value.map((each) => this.redactValue(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [this.redact(name), this.#redactField(name, each)]));
  }

  #redactField(name: string, value: unknown): unknown {
    const isSecret = (typeof value === 'string' || typeof value === 'number') && value !== '' && tells(name);
    return isSecret ? MASK : this.redactValue(value);
  }
}

/** What a text shows that it should not: of given secrets how many, in whatever form; and of what else looks like a credential, the kinds. */
export interface Shown {
  readonly known: number;
  /** In Portuguese: `chave da AWS`. */
  readonly kinds: readonly string[];
}

export function secretsShown(text: string, secrets: Iterable<string>): Shown {
  const forms = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST_SECRET).map(encodedForms);
  const shown = forms.filter((each) => each.some((form) => text.includes(form)));
  const rest = shown
    .flat()
    .sort((a, b) => b.length - a.length)
    .reduce((clean, form) => clean.replaceAll(form, MASK), text);
  return { known: shown.length, kinds: shapesIn(rest) };
}

function maskPair(pair: string, quote: string, name: string, sign: string, value: string): string {
  if (!tells(name)) return pair;
  const [around = ''] = /^["']/.exec(value) ?? []; // so that JSON stays JSON
  return `${quote}${name}${sign}${around}${MASK}${around}`;
}
