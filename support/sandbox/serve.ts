import { parseArgs } from 'node:util';
import { serveControl } from './control-server';
import { startSandbox } from './index';

const STANDARD_USER = { email: 'test@example.com', password: 'testpass123' };
const USAGE = 'Uso: npm run sandbox -- [--port 8767] [--seed texto]';

const PARENT_CHECK_MS = 250;

interface Arguments {
  readonly port: number;
  readonly seed: string | undefined;
}

class WrongUsage extends Error {}

function readArguments(argv: readonly string[]): Arguments {
  const { port = '0', seed } = optionsOf(argv);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new WrongUsage(`A porta "${port}" não serve: use um número de 0 a 65535 (0 escolhe uma porta livre).`);
  }
  return { port: Number(port), seed };
}

function optionsOf(argv: readonly string[]): { port?: string; seed?: string } {
  try {
    return parseArgs({ args: [...argv], options: { port: { type: 'string' }, seed: { type: 'string' } } }).values;
  } catch {
    throw new WrongUsage(`Não entendi os argumentos "${argv.join(' ')}". ${USAGE}`);
  }
}

async function serve({ port, seed }: Arguments): Promise<void> {
  const sandbox = await startSandbox({ port, ...(seed !== undefined && { seed }) });
  await sandbox.control.createUser(STANDARD_USER);
  const channel = await serveControl(sandbox.control);
  const end = async (): Promise<void> => {
    await Promise.all([channel.close(), sandbox.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  if (process.env.npm_lifecycle_event) whenOrphaned(() => void end());
  console.log(
    [
      `Sandbox da Dumont no ar em ${sandbox.url}`,
      `Usuário: ${STANDARD_USER.email}, senha: ${STANDARD_USER.password}`,
      'A conta tem chave da Vast.ai, saldo, storage de backup, credenciais da GCP, dataset e histórico de uso.',
      `DUMONT_SANDBOX_CONTROL=${channel.url}`,
      'Ctrl+C encerra.',
    ].join('\n'),
  );
}

/** A SIGTERM to `npm run` ends npm and its shell, and is not passed on: the parent changes. */
function whenOrphaned(react: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    react();
  }, PARENT_CHECK_MS).unref();
}

async function main(): Promise<void> {
  try {
    await serve(readArguments(process.argv.slice(2)));
  } catch (error) {
    const { code, port, message } = error as NodeJS.ErrnoException & { port?: number };
    if (error instanceof WrongUsage) return leave(2, message);
    if (code === 'EADDRINUSE') {
      return leave(1, `A porta ${port} já está em uso: escolha outra com --port ou encerre o programa que a usa.`);
    }
    if (code === 'EACCES') return leave(1, `Sem permissão para usar a porta ${port}: escolha outra com --port.`);
    leave(1, `O sandbox não pôde começar: ${message}`);
  }
}

function leave(exitCode: number, sentence: string): void {
  console.error(sentence);
  process.exitCode = exitCode;
}

void main();
