import { count } from '../../shared/words';
import { outcomeOf, scenariosOf, totalsOf } from '../model/outcome';
import type { Run } from '../model/run';

/** Why the figures do not speak of the whole suite, one sentence each. */
export function caveatsOf(run: Run, isForgetful: boolean): string[] {
  const { skipped, 'not-run': notRun } = totalsOf(scenariosOf(run));
  const unfinished = scenariosOf(run).filter((scenario) => outcomeOf(scenario) === 'unfinished').length;
  const caveats: (string | false)[] = [
    run.dryRun && 'Ensaio (--dry-run): nenhum comando foi executado; só se sabe o que está prometido.',
    run.runInfo?.whole === false && 'A execução foi de uma parte da suíte: o que ficou de fora aparece aqui como não exercitado.',
    !run.dryRun &&
      skipped > 0 &&
      `${count(skipped, 'cenário foi pulado', 'cenários foram pulados')}: seus comandos não foram executados.`,
    !run.dryRun &&
      notRun + unfinished > 0 &&
      `${count(notRun + unfinished, 'cenário não chegou ao fim', 'cenários não chegaram ao fim')}: a medida é parcial.`,
    run.parseErrors.length > 0 && 'Há features que não puderam ser lidas: nada delas está nesta conta.',
    isForgetful &&
      'As mensagens são de uma versão que não guardava o que foi enviado: dos campos do corpo que não se viu, não se sabe se foram exercitados.',
  ];
  return caveats.filter((caveat) => caveat !== false);
}
