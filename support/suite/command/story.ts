import { type Memory, PLACEHOLDER } from '../language/memory';
import type { Redactor } from '../safety/secrets/redaction';
import { type Exchange, isDiscovery } from '../wire/exchange';
import { explainFailure } from '../wire/failures';
import { calledInsteadStory } from './called-instead';
import { NO_PROCESS } from './carried-out';
import { CLI_NAME } from './command-line';
import type { CommandResult } from './result';

const TAIL_LINES = 12;
const TAIL_COLUMNS = 200;

/** What a person needs to know of a command to act on a failure: as written, as run, reply, exit, tail of the output. Secrets replaced. */
export function commandStory(result: CommandResult, redactor: Redactor): string {
  const run = [CLI_NAME, ...result.argv].map((word) => quoted(redactor.redact(word))).join(' ');
  const lines = [
    `comando:   ${result.written}`,
    ...(run === result.written ? [] : [`executado: ${run}`]),
    `resposta:  ${answerStory(result)}`,
    `término:   ${endStory(result)}`,
    ...tail('saída:    ', redactor.redact(result.process.stdout)),
    ...tail('erros:    ', redactor.redact(result.process.stderr)),
  ];
  return redactor.redact(lines.map((line) => `  ${line}`).join('\n'));
}

/**
 * What the placeholders of a sentence stand for and which command told it, one line each: `anotado: <gpu_id> = 27 (dumont instance create …)`.
 */
export function notedStory(sentence: string, memory: Memory, redactor: Redactor): string[] {
  const names = [...new Set([...sentence.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].filter((name) =>
    memory.has(name),
  );
  return names.map((name) => {
    const source = memory.sourceOf(name);
    const value = redactor.redact(JSON.stringify(memory.recall(name))); // before it is shortened: half a secret would not be known for one
    return `  anotado:   <${name}> = ${shortened(value)}${source === undefined ? '' : `, de ${redactor.redact(source)}`}`;
  });
}

/** The last command that changed something, when it is not the one that the story tells: the suspect, where that is only the witness. */
export function changeStory({ written, reply }: CommandResult, redactor: Redactor): string {
  return `  mudança:   ${redactor.redact(written)} → ${reply?.status ?? 'sem resposta'} (o último comando que mudou algo)`;
}

type Wire = Pick<CommandResult, 'reply' | 'exchanges' | 'calledInstead'>;

/** The reply of a command in words, or what is known of why there is none. */
export function answerStory({ reply, exchanges, calledInstead }: Wire): string {
  if (reply !== null) return replyStory(reply);
  const called = calledInstead === null ? '' : `: a CLI ${calledInsteadStory(calledInstead)}`;
  return `nenhum pedido chegou à API${discoveryStory(exchanges)}${called}`;
}

/** `, só a busca do contrato (GET /openapi.json → 404)`, of a command that asked for nothing else; empty when it did not even do that. */
export function discoveryStory(exchanges: readonly Exchange[]): string {
  const [discovery] = exchanges.filter(isDiscovery);
  return discovery
    ? `, só a busca do contrato (${discovery.method} ${discovery.path} → ${discovery.status ?? 'sem resposta'})`
    : '';
}

/** One exchange in words: `GET /api/v1/instances → 200 em 3 ms`. */
export function replyStory(reply: Exchange): string {
  const request = `${reply.method} ${reply.path}${reply.query.size > 0 ? `?${reply.query}` : ''}`;
  return reply.status === null
    ? `${request} → sem resposta (${explainFailure(reply.failure ?? 'desconhecido')})`
    : `${request} → ${reply.status} em ${reply.durationMs} ms`;
}

function endStory({ process }: CommandResult): string {
  if (process === NO_PROCESS) return 'nenhum, foi um pedido direto à API';
  if (process.timedOut) return `encerrado depois de ${process.durationMs} ms sem terminar`;
  if (process.outputCut) return `encerrado por mostrar saída demais`;
  if (process.signal !== null) return `morto pelo sinal ${process.signal}`;
  return `código ${process.exitCode} em ${process.durationMs} ms`;
}

function tail(title: string, text: string): string[] {
  const lines = text.trimEnd().split('\n');
  if (lines.length === 1 && lines[0] === '') return [];
  const kept = lines.slice(-TAIL_LINES).map((line) => shortened(line));
  const omitted = lines.length - kept.length;
  const [first = '', ...rest] = omitted > 0 ? [`[… ${omitted} linhas antes …]`, ...kept] : kept;
  return [`${title} ${first}`, ...rest.map((line) => `           ${line}`)];
}

function shortened(text: string): string {
  return text.length > TAIL_COLUMNS ? `${text.slice(0, TAIL_COLUMNS)}…` : text;
}

function quoted(word: string): string {
  return /^[\p{L}\p{N}_@%+=:,./<>*-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
