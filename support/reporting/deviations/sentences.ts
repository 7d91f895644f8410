import type { Verdict } from '../../shared/messages/note';
import { count, list } from '../../shared/words';
import { VERDICTS } from '../conformity/verdicts';
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

/** `3 desvios novos, 12 conhecidos e 1 sanado`, without a full stop; null where nothing is listed. */
export function standingSentence(report: DeviationReport | null): string | null {
  return report === null || report.file === null ? null : amounts(report);
}

/** The same of any run; what is not verified counts only where there is some. */
export function amounts({ fresh, known, healed, unseen }: DeviationReport): string {
  const parts: [number, string, string][] = [
    [fresh.length, 'novo', 'novos'],
    [known.length, 'conhecido', 'conhecidos'],
    [healed.length, 'sanado', 'sanados'],
    [unseen.length, 'não verificado', 'não verificados'],
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
