import { count, moment } from '../text/words';
import { age } from './age';
import type { SiteContext } from './context';
import { type Fragment, html } from './html';

/** `Assim desde 20 de novembro…, há 2 dias, em 12 execuções seguidas.` Nothing when no earlier run is known. */
export function sinceSentence({ history, now }: SiteContext, key: string): Fragment {
  const known = history?.since(key);
  if (!known || known.runs < 2) return null;
  return html`<p class="note">Assim desde <time datetime="${known.since.toISOString()}">${moment(known.since)}</time>, ${age(
    known.since,
    now,
  )}, em ${count(known.runs, 'execução', 'execuções')} seguidas.</p>`;
}
