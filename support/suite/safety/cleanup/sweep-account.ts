import { createInterface } from 'node:readline/promises';
import { type DeploymentTarget, readSettings, SettingsError } from '../../../settings';
import { type CommandLine, Failure, Misuse, runProgram } from '../../../shared/command-line';
import { count } from '../../../shared/words';
import { loginByApi } from '../../targets/session';
import { type Cleaner, destroy } from './destroy';
import { inventoryOf } from './inventory';
import { Ledger } from './ledger';
import { ledgerFiles, readLedger, removeLedger } from './ledger-folder';
import { isUnderWay, stateOf } from './ledger-records';
import { leftIn, leftoverInWords, settle } from './settling';
import { type CreatedResource, nameOf, removalOf } from './undo';

const PROGRAM = {
  name: 'npm run sweep',
  help: `Desfaz o que execuções anteriores deixaram no backend de DUMONT_BASE_URL: só o que a suíte criou, segundo os registros que ela grava em disco.

  npm run sweep                  mostra o que ficou e pergunta antes de desfazer
  npm run sweep -- --dry-run     só mostra
  npm run sweep -- --yes         desfaz sem perguntar
  npm run sweep -- --label       também as instâncias com a etiqueta da suíte de que esta máquina não tem registro

Sai com 1 se algo não pôde ser desfeito.`,
  options: { yes: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, label: { type: 'boolean' } },
} as const satisfies CommandLine;

const LABEL = /^dumont-journeys-/;
const PATIENCE_MS = 60_000;

void runProgram(PROGRAM, ({ values }) => sweep(values), 'Não consegui desfazer o que ficou');

interface Wishes {
  readonly yes?: boolean;
  readonly 'dry-run'?: boolean;
  readonly label?: boolean;
}

async function sweep(wishes: Wishes): Promise<number> {
  const target = deployment();
  const ledgers = ledgersOf(target);
  const token = await loginByApi(target.baseUrl, { ...target, secrets: [] }).catch((error: Error) => {
    throw new Failure(error.message.replace(/^./, (first) => first.toUpperCase()));
  });
  const cleaner: Cleaner = { baseUrl: target.baseUrl, token, patienceMs: PATIENCE_MS };
  const labelled = wishes.label ? await labelledInstances(ledgers, cleaner) : [];
  const pending = [
    ...ledgers.flatMap((ledger) => leftIn(ledger, `da execução ${ledger.run}`)).map(leftoverInWords),
    ...labelled.map((resource) => `${nameOf(resource)}: tem a etiqueta da suíte; para remover: ${removalOf(resource)}`),
  ];
  if (pending.length === 0) {
    console.log(`Nada ficou em ${target.baseUrl}.`);
    return 0;
  }
  console.log(`${count(pending.length, 'coisa ficou', 'coisas ficaram')} em ${target.baseUrl}:`);
  for (const line of pending) console.log(`  ${line}`);
  if (wishes['dry-run']) return 0;
  if (!wishes.yes && !(await isWanted())) return 0;
  return undo(ledgers, labelled, cleaner);
}

function deployment(): DeploymentTarget {
  try {
    const { target } = readSettings();
    if (target.kind === 'deployment') return target;
  } catch (error) {
    if (error instanceof SettingsError) throw new Misuse(error.message);
    throw error;
  }
  throw new Misuse('Diga em DUMONT_BASE_URL de qual backend é para desfazer o que ficou; no sandbox embutido nada fica.');
}

/** The ledgers of ended runs on this backend with this account; those that have nothing left go. */
function ledgersOf({ baseUrl, email }: DeploymentTarget): Ledger[] {
  return ledgerFiles().flatMap((file) => {
    const { run } = stateOf(readLedger(file));
    if (run === null || run.baseUrl !== baseUrl || run.account !== email || isUnderWay(run)) return [];
    return [Ledger.reopen(file)];
  });
}

async function labelledInstances(ledgers: readonly Ledger[], cleaner: Cleaner): Promise<CreatedResource[]> {
  const known = new Set(ledgers.flatMap(({ alive }) => alive.map(nameOf)));
  const items = await inventoryOf('instance', cleaner);
  if (items === null)
    throw new Failure('A lista de instâncias da conta não pôde ser lida: não sei o que tem a etiqueta da suíte.');
  return [...items]
    .filter(([, { label }]) => typeof label === 'string' && LABEL.test(label))
    .map(([id]) => ({ kind: 'instance', id }) as const)
    .filter((resource) => !known.has(nameOf(resource)));
}

async function isWanted(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Misuse('Não há a quem perguntar; confira a lista e rode de novo com --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^s(im)?$/i.test((await prompt.question('Desfazer tudo isso? [s/N] ')).trim());
  } finally {
    prompt.close();
  }
}

async function undo(ledgers: readonly Ledger[], labelled: readonly CreatedResource[], cleaner: Cleaner): Promise<number> {
  const failures: string[] = [];
  for (const ledger of ledgers) {
    const { leftovers } = await settle(ledger, cleaner);
    failures.push(...leftovers.map(leftoverInWords));
    if (leftovers.length === 0) removeLedger(ledger.file);
  }
  for (const resource of labelled) {
    const why = await destroy(resource, cleaner);
    if (why !== null) failures.push(`${nameOf(resource)}: ${why}`);
  }
  if (failures.length === 0) console.log('Tudo foi desfeito.');
  else console.error(`Não pude desfazer:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
  return failures.length === 0 ? 0 : 1;
}
