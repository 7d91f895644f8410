import { type Fragment, type Html, html } from '../../shared/html';
import { count, day, moment } from '../../shared/words';
import { age } from './age';
import type { SiteContext } from './context';

/** `Assim desde 20 de novembro…, há 2 dias, em 12 execuções seguidas.`, or that it is new. Nothing when no earlier run is known. */
export function sinceSentence({ history, now }: SiteContext, key: string): Fragment {
  const known = history?.since(key);
  if (!known || (known.runs < 2 && !known.changed)) return null;
  if (known.runs < 2) return html`<p class="note">Assim desde esta execução; antes era diferente.</p>`;
  return html`<p class="note">Assim desde <time datetime="${known.since.toISOString()}">${moment(known.since)}</time>, ${age(
    known.since,
    now,
  )}, em ${count(known.runs, 'execução', 'execuções')} seguidas.</p>`;
}

/** `sinceSentence` as the cell of a table: the day, and how long ago it was; null when no earlier run is known. */
export function sinceCell({ history, now }: SiteContext, key: string): Html | null {
  const known = history?.since(key);
  if (!known || known.runs < 2) return null;
  return html`<time datetime="${known.since.toISOString()}">${day(known.since)}</time> <span class="age">${age(known.since, now)}</span>`;
}
