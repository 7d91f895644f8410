import type { Verdict } from '../../shared/messages/note';
import { count, list } from '../../shared/words';
import { VERDICTS } from '../conformity/verdict-words';
import type { DeviationReport, Standing } from './compare';
import type { KnownDeviation } from './known-file';

/** What is said of one deviation. */
export const STANDINGS: Readonly<Record<Standing, string>> = {
  new: 'desvio novo',
  known: 'desvio conhecido',
  healed: 'desvio sanado, ainda na lista',
};

/** `diverge na CLI (desvio conhecido)`: the verdict of a promise, with what is known of it. */
export function verdictWord({ verdict, standing }: { readonly verdict: Verdict; readonly standing: Standing | null }): string {
  const { word } = VERDICTS[verdict];
  return standing === null ? word : `${word} (${STANDINGS[standing]})`;
}

/** How many deviations are new, known, healed, and listed but not verified. */
export interface StandingCounts {
  readonly new: number;
  readonly known: number;
  readonly healed: number;
  readonly unverified: number;
}

/** The amounts of a report. */
export function countsOf({ fresh, known, healed, unseen }: DeviationReport): StandingCounts {
  return { new: fresh.length, known: known.length, healed: healed.length, unverified: unseen.length };
}

/** The amounts where there is a list; null where there is none. */
export function listedCounts(report: DeviationReport | null): StandingCounts | null {
  return report === null || report.file === null ? null : countsOf(report);
}

/** `3 desvios novos, 12 conhecidos e 1 sanado`, without a full stop; null where nothing is listed. */
export function standingSentence(report: DeviationReport | null): string | null {
  const counts = listedCounts(report);
  return counts && amounts(counts);
}

/** The same of any amounts. */
export function amounts(counts: StandingCounts): string {
  const parts: [number, string, string][] = [
    [counts.new, 'novo', 'novos'],
    [counts.known, 'conhecido', 'conhecidos'],
    [counts.healed, 'sanado', 'sanados'],
    [counts.unverified, 'não verificado', 'não verificados'],
  ];
  const [first, ...rest] = parts.filter(([amount]) => amount > 0);
  if (!first) return 'Nenhum desvio';
  const [amount, one, many] = first;
  const opening = count(amount, `desvio ${one}`, `desvios ${many}`);
  return list([opening, ...rest.map(([number, single, several]) => count(number, single, several))]);
}

/** What is wrong with an entry itself, whatever the run says: nobody said why, or its last day has passed. @param today `2026-12-31` */
export function staleness({ reason, until }: KnownDeviation, today: string): string | null {
  const problems = [reason === '' ? 'sem motivo' : '', until !== '' && until < today ? `vencido em ${until}` : ''];
  return problems.filter((problem) => problem !== '').join(' e ') || null;
}

/** Who, why, until when: what people wrote beside an entry; empty when nothing. */
export function whatIsKnown({ reason, owner, until }: KnownDeviation): string {
  const parts = [reason, owner === '' ? '' : `com ${owner}`, until === '' ? '' : `até ${until}`];
  return parts.filter((part) => part !== '').join(' · ');
}
