/** What an alert says, before it is put into the words of a channel. Every text in it is one line of plain text. */
export interface AlertMessage {
  /** Depends on the run only, so that a receiver can tell a repeated delivery. */
  id: string;
  /** When the run began. */
  at: Date;
  tone: 'bad' | 'warning' | 'good';
  /** Our own words and numbers, nothing from outside. */
  title: string;
  /** The totals of the run; our own words too. */
  summary: string;
  sections: readonly Section[];
  facts: readonly { label: string; value: string }[];
  links: readonly { label: string; url: string }[];
}

export interface Section {
  kind: 'environment' | 'promises-broken' | 'promises-mended' | 'failed' | 'still' | 'recovered' | 'unstable';
  /** Our own words and numbers. */
  title: string;
  /** One more line of text from outside, or empty. */
  note: string;
  entries: readonly Entry[];
  /** How many there are in all. */
  total: number;
}

export interface Entry {
  /** Of a scenario, or the step of a promise: `2.3`. */
  key: string;
  signature: string | null;
  name: string;
  /** Journey and Regra. */
  place: string;
  detail: string;
  /** Its evidence in the published documentation. */
  url: string | null;
}

/** How many promises and scenarios of each kind are named. */
export const NAMED = 5;

/** The message with at most `amount` entries in each section. */
export function shortened(message: AlertMessage, amount: number): AlertMessage {
  return { ...message, sections: message.sections.map((section) => ({ ...section, entries: section.entries.slice(0, amount) })) };
}

/** `e mais 3`, or null when all are named. */
export function moreThan({ entries, total }: Section): string | null {
  if (total === entries.length) return null;
  const rest = (total - entries.length).toLocaleString('pt-BR');
  return entries.length === 0 ? `${rest} ao todo` : `e mais ${rest}`;
}

/**
 * The fullest form of a message that a channel takes: whole entries are left out, never a piece of one.
 * @param build makes the channel's form
 * @param fits true when the channel takes it
 */
export function fitting<T>(message: AlertMessage, build: (message: AlertMessage) => T, fits: (form: T) => boolean): T {
  for (let amount = NAMED; amount > 0; amount -= 1) {
    const form = build(shortened(message, amount));
    if (fits(form)) return form;
  }
  return build(shortened(message, 0));
}
