import { day, moment } from '../../shared/words';
import { standingSentence, verdictWord } from '../deviations/sentences';
import { code, prose } from '../markdown/escape';
import { table } from '../markdown/table';
import { OUTCOMES } from '../model/outcome-table';
import type { Conformity, ConformityPromise } from './conformity';
import { conformitySentence, criticalityTitle, deviationsSentence, notHolding } from './sentences';
import { VERDICTS } from './verdict-words';

/**
 * `conformidade.md`: the verdict of every documented command that was in the run (GitHub's Markdown), what does not hold first.
 * @param at when the run began; null when that is not known
 */
export function conformityMarkdown(conformity: Conformity, at: Date | null): string {
  const { promises, totals, target, cli } = conformity;
  const sentence = conformitySentence(conformity);
  const others = [deviationsSentence(conformity), standingSentence(conformity.deviations) ?? ''].filter((part) => part !== '');
  const facts = [
    at ? prose(moment(at)) : '',
    target === null ? '' : `alvo: ${prose(target)}`,
    cli === null ? '' : `CLI: ${prose(cli)}`,
  ];
  const open = notHolding(conformity);
  const blocks = [
    '# Conformidade',
    sentence === null
      ? `Nenhuma das promessas do documento (${totals.documented}) fez parte desta execução.`
      : [`**${prose(sentence)}.**`, ...others.map((part) => `${part}.`)].join(' '),
    facts.filter((fact) => fact !== '').join(' · '),
    ...(open.length > 0 ? ['## O que não vale ou não foi verificado'] : []),
    ...open.flatMap(({ criticality, promises: found }) => [`### ${criticalityTitle(criticality)}`, promisesTable(found)]),
    ...(promises.length > 0 ? ['## Todas as promessas', promisesTable(promises)] : []),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** What does not hold as one table, the most critical journeys first; null when all hold. */
export function openPromisesTable(conformity: Conformity): string | null {
  const open = notHolding(conformity).flatMap(({ promises }) => promises);
  return open.length > 0 ? promisesTable(open) : null;
}

const COLUMNS = ['Passo', 'Comando', 'Veredito', 'Por quê', 'Diferenças do contrato', 'Desde'];

function promisesTable(promises: readonly ConformityPromise[]): string {
  return table(
    COLUMNS,
    promises.map(({ step, command, verdict, standing, reason, contractDifferences, since }) => [
      step,
      code(command, 'cell'),
      verdictText({ verdict, standing }),
      prose(reason) || '–',
      String(contractDifferences),
      since === null ? '–' : day(since),
    ]),
  );
}

/** Shape and word: `✘ diverge na CLI (desvio conhecido)`. */
function verdictText(promise: Pick<ConformityPromise, 'verdict' | 'standing'>): string {
  return `${OUTCOMES[VERDICTS[promise.verdict].group].shape} ${verdictWord(promise)}`;
}
