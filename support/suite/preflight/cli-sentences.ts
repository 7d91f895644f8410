import { existsSync } from 'node:fs';
import type { BinaryCli } from '../../settings';
import { type Program, readProgram } from '../../shared/program-file';
import { list } from '../../shared/words';
import { calledInsteadStory } from '../command/called-instead';
import type { ProcessOutcome } from '../command/process';
import { Redactor } from '../safety/secrets/redaction';
import type { Witness } from './touched-files';

/** A CLI of which nothing came, and what is known of why. */
export interface SilentCli {
  readonly cli: BinaryCli;
  readonly unpassed: readonly string[];
  /** The words of each command that was tried. */
  readonly tried: readonly (readonly string[])[];
  readonly outcomes: readonly ProcessOutcome[];
  /** The address that it called instead; null when that cannot be known. */
  readonly called: string | null;
  readonly heardNoise: boolean;
}

const MOST_SHOWN = 120;

/** By these a program ends that asked and got no answer. */
const ASKED_IN_VAIN = /EOFError|EOF when reading|not a (?:tty|terminal)|inappropriate ioctl|no input|aborted!/i;

/** What a CLI did that it should not, whoever it called: one sentence, or null. */
export function tellsOfItself(file: string, witness: Witness): string | null {
  if (witness.changedItself())
    return `A CLI ${file} muda a si mesma quando roda: cada cenário verificaria outra; desligue a atualização automática dela.`;
  const touched = witness.touchedInHome();
  if (touched === null) return null;
  return `A CLI ${file} grava em ${touched}, que é seu, e não na HOME que cada cenário lhe dá; faça-a usar a variável HOME.`;
}

/** Why nothing of the CLI comes to the suite: one sentence. */
export function notReached(silent: SilentCli): string {
  const { cli, outcomes } = silent;
  const program = readable(cli.file);
  const wrongMachine = program && otherMachine(program);
  if (wrongMachine)
    return `A CLI ${cli.file} é um programa para ${wrongMachine}, e esta máquina é ${process.platform} ${process.arch}; instale a que é para ela.`;
  const failure = outcomes.find(({ startFailure }) => startFailure !== null)?.startFailure;
  if (failure !== undefined && failure !== null) return `Não consegui executar a CLI ${cli.file} (${failure})${whyNot(program)}.`;
  return `A CLI ${cli.file} não chega à suíte: nenhum pedido veio de ${commandsOf(silent)}; ${[whereTo(silent), ...clues(silent)].join('; ')}.`;
}

function commandsOf({ tried }: SilentCli): string {
  return list(tried.map((words) => `\`dumont ${words.join(' ')}\``));
}

function whereTo({ called, heardNoise, cli }: SilentCli): string {
  if (heardNoise) return 'ela se conectou, mas não fala http';
  if (called === null) return 'não foi possível saber que endereço ela chamou, se chamou algum';
  const advice = cli.args.some((word) => word.includes('{url}'))
    ? 'confira a opção em DUMONT_CLI_ARGS'
    : `se ela o recebe por uma opção, use, por exemplo, DUMONT_CLI_ARGS='--base-url {url}'`;
  return `ela ${calledInsteadStory(called)}; ${advice}`;
}

function clues({ cli, unpassed, outcomes, called }: SilentCli): string[] {
  const proxies = Object.keys(cli.environment).filter((name) => /^(?:https?|all)_proxy$/i.test(name));
  const [slow] = outcomes.filter(({ timedOut }) => timedOut);
  const { text, asks } = lastWords(cli, outcomes);
  return [
    ...(slow ? [`não terminou em ${(slow.durationMs / 1000).toFixed(0)} s`] : []),
    ...(asks ? [`parece pedir uma resposta no terminal (“${text}”), e na suíte ninguém responde`] : []),
    ...(!asks && called === null && text !== '' ? [`o que ela mostrou por último foi “${text}”`] : []),
    ...(proxies.length > 0 ? [`${list(proxies)}, de DUMONT_CLI_ENV, leva os pedidos dela a outro lugar: tire da lista`] : []),
    ...unpassed.map((name) => `${name}, que você definiu, não chega a ela: para passá-la, use DUMONT_CLI_ENV=${name}`),
  ];
}

/** The last line of the first command that printed something. */
function lastWords(cli: BinaryCli, outcomes: readonly ProcessOutcome[]): { readonly text: string; readonly asks: boolean } {
  const redactor = new Redactor();
  for (const secret of Object.values(cli.environment)) redactor.learn(secret);
  for (const { stdout, stderr } of outcomes) {
    const printed = [stdout, stderr].filter((text) => text.trim() !== '');
    const prompt = printed.map((text) => /(?:^|\n)([^\n]*[:?>] *)$/.exec(text)?.[1]?.trim()).find((line) => line);
    const last = printed.at(-1)?.trim().split('\n').at(-1)?.trim() ?? '';
    const text = redactor.redact(prompt ?? last);
    const asks = prompt !== undefined || printed.some((each) => ASKED_IN_VAIN.test(each));
    if (text !== '') return { text: text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text, asks };
  }
  return { text: '', asks: false };
}

function readable(file: string): Program | null {
  try {
    return readProgram(file);
  } catch {
    return null;
  }
}

/** `linux arm64`, when the program is made for another kind of machine than this. */
function otherMachine(program: Program): string | null {
  if (program.kind !== 'binary' || program.platform === null) return null;
  const { platform, architecture } = program;
  const isOther = platform !== process.platform || (architecture !== null && !runsHere(architecture));
  return isOther ? [platform, architecture].filter((part) => part !== null).join(' ') : null;
}

/** Some machines run what is made for others too. */
function runsHere(architecture: string): boolean {
  const others: Readonly<Record<string, readonly string[]>> = { 'linux x64': ['ia32'], 'darwin arm64': ['x64'] };
  return [process.arch, ...(others[`${process.platform} ${process.arch}`] ?? [])].includes(architecture);
}

function whyNot(program: Program | null): string {
  if (program?.kind === 'script' && !existsSync(program.interpreter))
    return `: o programa da primeira linha dela, ${program.interpreter}, não existe`;
  return '';
}
