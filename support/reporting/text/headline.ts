import { journeyOutcome, scenariosOf, type Totals, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';
import { count, list } from './words';

/** The outcome of the run in one sentence; absolute numbers, never a percentage. */
export function headline(run: Run): string {
  const totals = totalsOf(scenariosOf(run));
  if (run.parseErrors.length > 0) {
    const files = new Set(run.parseErrors.map((error) => error.uri)).size;
    return `Nenhum cenário rodou: ${count(files, 'arquivo não pôde ser lido', 'arquivos não puderam ser lidos')}.`;
  }
  if (run.dryRun) return `Ensaio (--dry-run): nenhum passo foi executado${defects(totals)}.`;
  if (totals.scenarios === 0) return 'Nenhum cenário foi escolhido.';
  const failed = run.journeys.filter((journey) => journeyOutcome(journey) === 'failed');
  if (failed.length > 0) return `${ofAll(failed.length, run.journeys.length, 'falhou', 'falharam')}.`;
  if (totals.notRun > 0)
    return `A execução não chegou ao fim: ${count(totals.notRun, 'cenário não rodou', 'cenários não rodaram')}.`;
  if (run.hookFailures.length > 0) return 'Os cenários passaram, mas a execução falhou fora deles.';
  if (run.succeeded === false)
    return 'Os cenários passaram, mas a execução falhou: um dos processos que os rodavam morreu fora deles.';
  const good = run.journeys.filter((journey) => ['passed', 'flaky'].includes(journeyOutcome(journey)));
  if (good.length === 0) return `Nenhum cenário rodou: ${count(totals.skipped, 'foi pulado', 'foram pulados')}.`;
  return `${ofAll(good.length, run.journeys.length, 'passou', 'passaram')}${caveat(totals)}.`;
}

/** `103 cenários: 98 passaram, 2 falharam e 3 foram pulados`; groups without a scenario are left out. */
export function totalsSentence(totals: Totals): string {
  const groups = totalsParts(totals);
  const whole = count(totals.scenarios, 'cenário', 'cenários');
  return groups.length > 0 ? `${whole}: ${list(groups)}` : whole;
}

function totalsParts({ passed, flaky, failed, skipped, notRun }: Totals): string[] {
  return [
    passed > 0 && count(passed, 'passou', 'passaram'),
    flaky > 0 && count(flaky, 'instável', 'instáveis'),
    failed > 0 && count(failed, 'falhou', 'falharam'),
    skipped > 0 && count(skipped, 'foi pulado', 'foram pulados'),
    notRun > 0 && count(notRun, 'não rodou', 'não rodaram'),
  ].filter((part) => part !== false);
}

function defects({ failed }: Totals): string {
  return failed > 0 ? `; ${count(failed, 'cenário tem', 'cenários têm')} passo sem definição, ambíguo ou pendente` : '';
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
