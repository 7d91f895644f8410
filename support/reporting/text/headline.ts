import { count, list } from '../../shared/words';
import { wasInterrupted } from '../model/interrupted';
import { type Group, journeyGroup, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';

/** The outcome of the run in one sentence; absolute numbers, never a percentage. */
export function headline(run: Run): string {
  const totals = totalsOf(scenariosOf(run));
  if (run.parseErrors.length > 0) {
    const files = new Set(run.parseErrors.map((error) => error.uri)).size;
    return `Nenhum cenário rodou: ${count(files, 'arquivo não pôde ser lido', 'arquivos não puderam ser lidos')}.`;
  }
  if (run.dryRun) return `Ensaio (--dry-run): nenhum passo foi executado${defects(totals)}.`;
  if (totals.scenarios === 0)
    return run.gaps.length > 0
      ? 'As mensagens da execução se perderam antes do primeiro cenário.'
      : 'Nenhum cenário foi escolhido.';
  const journeysIn = (...groups: Group[]): number =>
    run.journeys.filter((journey) => groups.includes(journeyGroup(journey))).length;
  const failed = journeysIn('failed');
  const isOneScenario = run.runInfo?.whole === false && totals.scenarios === 1; // of a journey nothing more is known
  if (failed > 0) return isOneScenario ? 'O cenário falhou.' : `${ofAll(failed, run.journeys.length, 'falhou', 'falharam')}.`;
  if (wasInterrupted(run)) return 'A execução foi interrompida antes do fim.';
  const broken = journeysIn('broken');
  if (broken > 0)
    return `${ofAll(broken, run.journeys.length, 'não pôde ser verificada', 'não puderam ser verificadas')}: faltou o ambiente.`;
  const notAutomated = journeysIn('undefined');
  if (notAutomated > 0)
    return `${ofAll(notAutomated, run.journeys.length, 'ainda não está toda automatizada', 'ainda não estão todas automatizadas')}.`;
  if (totals['not-run'] > 0)
    return `A execução não chegou ao fim: ${count(totals['not-run'], 'cenário não rodou', 'cenários não rodaram')}.`;
  if (run.hookFailures.length > 0) return 'Os cenários passaram, mas a execução falhou fora deles.';
  if (run.succeeded === false)
    return 'Os cenários passaram, mas a execução falhou: um dos processos que os rodavam morreu fora deles.';
  const good = journeysIn('passed', 'flaky');
  if (good === 0) return `Nenhum cenário rodou: ${count(totals.skipped, 'foi pulado', 'foram pulados')}.`;
  return `${isOneScenario ? 'O cenário passou' : ofAll(good, run.journeys.length, 'passou', 'passaram')}${caveat(totals)}.`;
}

/** That the run was not of the whole suite, so that nobody takes its outcome for that of all journeys; null when it was. */
export function partSentence({ runInfo }: Pick<Run, 'runInfo'>): string | null {
  return runInfo?.whole === false ? 'Foi uma execução parcial: só os cenários escolhidos para ela estão aqui.' : null;
}

/** `103 cenários: 98 passaram, 2 falharam e 3 foram pulados`; groups without a scenario are left out. */
export function totalsSentence(totals: Totals): string {
  const groups = totalsParts(totals);
  const whole = count(totals.scenarios, 'cenário', 'cenários');
  return groups.length > 0 ? `${whole}: ${list(groups)}` : whole;
}

function totalsParts({ passed, flaky, failed, undefined: notAutomated, broken, skipped, 'not-run': notRun }: Totals): string[] {
  return [
    passed > 0 && count(passed, 'passou', 'passaram'),
    flaky > 0 && count(flaky, 'instável', 'instáveis'),
    failed > 0 && count(failed, 'falhou', 'falharam'),
    notAutomated > 0 && count(notAutomated, 'não está automatizado', 'não estão automatizados'),
    broken > 0 && count(broken, 'ficou sem ambiente', 'ficaram sem ambiente'),
    skipped > 0 && count(skipped, 'foi pulado', 'foram pulados'),
    notRun > 0 && count(notRun, 'não rodou', 'não rodaram'),
  ].filter((part) => part !== false);
}

function defects({ failed, undefined: notAutomated }: Totals): string {
  const amiss = failed + notAutomated;
  return amiss > 0 ? `; ${count(amiss, 'cenário tem', 'cenários têm')} passo sem definição, ambíguo ou pendente` : '';
}

function caveat({ flaky, skipped }: Totals): string {
  const caveats = [
    flaky > 0 && count(flaky, 'cenário instável', 'cenários instáveis'),
    skipped > 0 && count(skipped, 'cenário pulado', 'cenários pulados'),
  ].filter((part) => part !== false);
  return caveats.length > 0 ? `, com ${list(caveats)}` : '';
}

function ofAll(some: number, all: number, one: string, many: string): string {
  if (some < all) return `${some} de ${count(all, 'jornada', 'jornadas')} ${some === 1 ? one : many}`;
  return all === 1 ? `A jornada ${one}` : `As ${all} jornadas ${many}`;
}

/** What became of one journey, in one sentence: `Os 12 cenários passaram.`, `2 de 12 cenários falharam.` */
export function journeySentence(totals: Totals): string {
  const { scenarios: all } = totals;
  const some = (amount: number, one: string, many: string): string => {
    if (amount < all) return `${amount} de ${count(all, 'cenário', 'cenários')} ${amount === 1 ? one : many}.`;
    return all === 1 ? `O cenário ${one}.` : `Os ${count(all, 'cenário', 'cenários')} ${many}.`;
  };
  if (totals.failed > 0) return some(totals.failed, 'falhou', 'falharam');
  if (totals.broken > 0) return some(totals.broken, 'ficou sem ambiente', 'ficaram sem ambiente');
  if (totals.undefined > 0) return some(totals.undefined, 'ainda não está automatizado', 'ainda não estão automatizados');
  if (totals['not-run'] > 0) return some(totals['not-run'], 'não rodou', 'não rodaram');
  if (totals.flaky > 0) return some(totals.flaky, 'passou só depois de falhar', 'passaram só depois de falhar');
  if (totals.passed > 0) return some(totals.passed, 'passou', 'passaram');
  return some(totals.skipped, 'foi pulado', 'foram pulados');
}
