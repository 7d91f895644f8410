import { type CommandLine, Failure, Misuse, runProgram } from '../shared/command-line';
import { environment } from '../shared/environment';
import { serveControl } from './control-server';
import { startSandbox } from './index';

const STANDARD_USER = { email: 'test@example.com', password: 'testpass123' };

const PROGRAM = {
  name: 'npm run sandbox',
  options: { port: { type: 'string' }, seed: { type: 'string' } },
  help: `Sobe o sandbox da Dumont, até Ctrl-C.

  --port 8767    a porta (sem ela, uma livre)
  --seed TEXTO   de que nascem ofertas e preços: a mesma semente, na mesma hora, dá os mesmos
  --help         esta ajuda`,
} satisfies CommandLine;

const PARENT_CHECK_MS = 250;

/** @throws Misuse */
function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Misuse(`A porta "${text}" não serve: use um número de 0 a 65535 (0 escolhe uma porta livre).`);
}

async function serve(port: number, seed: string | undefined): Promise<void> {
  const sandbox = await startSandbox({ port, ...(seed !== undefined && { seed }) });
  await sandbox.control.createUser(STANDARD_USER);
  const channel = await serveControl(sandbox.control);
  const end = async (): Promise<void> => {
    await Promise.all([channel.close(), sandbox.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end());
  if (environment().npm_lifecycle_event) whenOrphaned(() => void end());
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

void runProgram(
  PROGRAM,
  async ({ values }) => {
    await serve(portOf(values.port ?? '0'), values.seed).catch((error: unknown) => {
      throw explained(error);
    });
    return undefined;
  },
  'O sandbox não pôde começar',
);

function explained(error: unknown): unknown {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return new Failure(`A porta ${port} já está em uso: escolha outra com --port ou encerre o programa que a usa.`);
  }
  if (code === 'EACCES') return new Failure(`Sem permissão para usar a porta ${port}: escolha outra com --port.`);
  return error;
}
