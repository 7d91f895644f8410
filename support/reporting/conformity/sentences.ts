import type { Verdict } from '../../shared/messages/note';
import { count, list } from '../../shared/words';
import type { Journey } from '../model/run';
import { criticalityOf } from '../site/criticality';
import type { Conformity, ConformityPromise, ConformityTotals } from './conformity';
import { ALL_VERDICTS, deviates, VERDICTS } from './verdict-words';

/** `41 de 66 promessas valem; 3 mudaram desde a última execução`, without a full stop; null when no promise was in the run. */
export function conformitySentence({ totals }: Conformity): string | null {
  const { inRun, documented, changed } = totals;
  if (inRun === 0) return null;
  return [
    holdingPart(totals),
    inRun < documented ? `de ${documented}, ${inRun} ${inRun === 1 ? 'fez' : 'fizeram'} parte desta execução` : '',
    changed !== null && changed > 0 ? `${count(changed, 'mudou', 'mudaram')} desde a última execução` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** `7 de 9 promessas valem`, of any amount of verdicts but none. */
export function holdingSentence(verdicts: readonly Verdict[]): string {
  const amount = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  return holdingPart({ holds: amount('holds'), unverified: amount('unverified'), inRun: verdicts.length });
}

function holdingPart({ holds, unverified, inRun: all }: Pick<ConformityTotals, 'holds' | 'unverified' | 'inRun'>): string {
  if (unverified === all) return all === 1 ? 'A promessa não foi verificada' : `Nenhuma das ${all} promessas foi verificada`;
  if (all === 1) return holds === 1 ? 'A promessa vale' : 'A promessa não vale';
  if (holds === all) return `As ${all} promessas valem`;
  if (holds === 0) return `Nenhuma das ${all} promessas vale`;
  return `${holds} de ${all} promessas ${holds === 1 ? 'vale' : 'valem'}`;
}

/** `12 divergem na CLI, 3 divergem na API e 10 não foram verificadas`; empty when all hold. */
export function deviationsSentence({ totals }: Conformity): string {
  const others = ALL_VERDICTS.filter((verdict) => verdict !== 'holds' && totals[verdict] > 0);
  if (totals.unverified === totals.inRun) return ''; // the sentence says it
  return list(others.map((verdict) => count(totals[verdict], VERDICTS[verdict].one, VERDICTS[verdict].many)));
}

/** What does not hold, by how much depends on the journey. */
export interface CriticalityGroup {
  /** `alta`, `média`, `baixa`; null when no tag of the journey says. */
  readonly criticality: string | null;
  /** Those that deviate, then those that were not verified, each in the order of the document. */
  readonly promises: readonly ConformityPromise[];
}

/** The promises that do not hold, those of the most critical journeys first. */
export function notHolding({ promises }: Conformity): CriticalityGroup[] {
  const open = promises.filter(({ verdict }) => verdict !== 'holds');
  return byCriticality(open).map(({ criticality, found }) => ({ criticality, promises: deviatingFirst(found) }));
}

/** Things of journeys, those of the most critical journeys first; the order is otherwise kept. */
export function byCriticality<T extends { readonly journey: Journey }>(
  things: readonly T[],
): { criticality: string | null; found: readonly T[] }[] {
  return [...LEVELS, null]
    .map((criticality) => ({ criticality, found: things.filter(({ journey }) => levelOf(journey.tags) === criticality) }))
    .filter(({ found }) => found.length > 0);
}

/** The heading of a level. */
export function criticalityTitle(criticality: string | null): string {
  return criticality === null ? 'Sem criticidade' : `Criticidade ${criticality}`;
}

/**
 * What does not hold in as few entries as say it all: what deviates promise by promise, those of the most critical journeys first; then what
 * was not verified, one entry for each reason.
 */
export function byReason(conformity: Conformity): [ConformityPromise, ...ConformityPromise[]][] {
  const open = notHolding(conformity).flatMap(({ promises }) => promises);
  const unverified = new Map<string, [ConformityPromise, ...ConformityPromise[]]>();
  for (const promise of conformity.promises.filter(({ verdict }) => verdict === 'unverified')) {
    const known = unverified.get(promise.reason);
    if (known) known.push(promise);
    else unverified.set(promise.reason, [promise]);
  }
  const deviating = open.filter(({ verdict }) => deviates(verdict));
  return [...deviating.map((promise): [ConformityPromise] => [promise]), ...unverified.values()];
}

/** Causes before consequences; otherwise in the order given. */
function deviatingFirst(promises: readonly ConformityPromise[]): ConformityPromise[] {
  return [...promises].sort((one, other) => Number(deviates(other.verdict)) - Number(deviates(one.verdict)));
}

const LEVELS: readonly string[] = ['alta', 'média', 'baixa'];

function levelOf(tags: readonly string[]): string | null {
  const level = criticalityOf(tags);
  return level !== null && LEVELS.includes(level) ? level : null;
}
