import { spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..', '..');

/** A backend of one's own to check: the sandbox, as it stands alone. */
export interface Backend {
  readonly url: string;
  stop(): void;
}

/** Starts the sandbox in a process of its own, on a free port. @throws when it ends before it is up */
export function startBackend(): Promise<Backend> {
  const sandbox = spawn(process.execPath, ['-r', './support/register.cjs', 'support/sandbox/serve.ts'], { cwd: ROOT });
  let printed = '';
  return new Promise((resolve, reject) => {
    sandbox.once('error', reject);
    sandbox.once('exit', () => reject(new Error(`the sandbox ended: ${printed}`)));
    for (const stream of [sandbox.stdout, sandbox.stderr]) {
      stream.on('data', (chunk) => {
        printed += chunk;
        const [url] = /http:\/\/127\.0\.0\.1:\d+(?=\s)/.exec(printed) ?? [];
        if (url && printed.includes('DUMONT_SANDBOX_CONTROL=')) resolve({ url, stop: () => sandbox.kill('SIGTERM') });
      });
    }
  });
}
