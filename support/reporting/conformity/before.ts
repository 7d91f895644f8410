import { readFileSync } from 'node:fs';
import { Misuse } from '../../shared/command-line';
import { isObject, parseObject } from '../../shared/messages/json-object';
import type { Verdict } from '../../shared/messages/note';
import { count, list } from '../../shared/words';
import { code, prose } from '../markdown/escape';
import { table } from '../markdown/table';
import { deviates, isVerdict, VERDICTS } from './verdict-words';

/** A promise as `conformidade.json` has it. */
export interface ToldPromise {
  readonly step: string;
  readonly command: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** The promises of a `conformidade.json`. @throws Misuse for a file that is none */
export function readConformity(file: string): ToldPromise[] {
  const refuse = (why: string): never => {
    throw new Misuse(`${file} ${why}; informe um conformidade.json.`);
  };
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return refuse('não existe ou não se deixa ler');
  }
  const promises = parseObject(text)?.promises;
  if (!Array.isArray(promises) || !promises.every(isTold)) return refuse('não traz vereditos');
  return promises;
}

function isTold(value: unknown): value is ToldPromise {
  return (
    isObject(value) &&
    ['step', 'command', 'verdict', 'reason'].every((name) => typeof value[name] === 'string') &&
    isVerdict(String(value.verdict))
  );
}

/** What changed from one run to another, as Markdown for the summary of a pull request. @param name of what was before, `main` */
export function comparisonMarkdown(before: readonly ToldPromise[], now: readonly ToldPromise[], name: string): string {
  const past = new Map(before.map((promise) => [promise.step, promise.verdict]));
  const changed = now.flatMap((promise) => {
    const verdict = past.get(promise.step);
    return verdict === undefined || verdict === promise.verdict ? [] : [{ ...promise, before: verdict }];
  });
  const missing = before.filter(({ step }) => !now.some((promise) => promise.step === step)).length;
  const broken = changed.filter((promise) => promise.before === 'holds' && deviates(promise.verdict)).length;
  const mended = changed.filter(({ verdict }) => verdict === 'holds').length;
  const others = changed.length - broken - mended;
  const parts = [
    broken > 0 && count(broken, 'promessa deixou de valer', 'promessas deixaram de valer'),
    mended > 0 && count(mended, 'promessa passou a valer', 'promessas passaram a valer'),
    others > 0 && count(others, 'mudou de outro jeito', 'mudaram de outro jeito'),
    missing > 0 && count(missing, 'não fez parte desta execução', 'não fizeram parte desta execução'),
  ].filter((part) => part !== false);
  const title = parts.length > 0 ? list(parts) : 'nenhuma promessa mudou';
  const rows = changed.map(({ step, command, before: then, verdict, reason }) => [
    step,
    code(command, 'cell'),
    VERDICTS[then].word,
    VERDICTS[verdict].word,
    prose(reason) || '–',
  ]);
  const blocks = [`## Em relação a ${prose(name)}: ${title}`, ...(rows.length > 0 ? [table(COLUMNS, rows)] : [])];
  return `${blocks.join('\n\n')}\n`;
}

const COLUMNS = ['Passo', 'Comando', 'Antes', 'Agora', 'Por quê'];
