import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, it } from 'node:test';
import { connectControl } from './control-client';
import { send } from './testing/backend';

const REGISTER = path.join(__dirname, '..', 'register.cjs');
const MAIN = path.join(__dirname, 'serve.ts');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

class Standalone {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  #stdout = '';
  #stderr = '';

  constructor(...args: string[]) {
    const child = spawn(process.execPath, ['-r', REGISTER, MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr += text;
    });
    this.process = child;
    this.ended = once(child, 'close').then(([code]) => ({ code, stdout: this.#stdout, stderr: this.#stderr }));
  }

  /** What it prints when it is ready. */
  async ready(): Promise<string> {
    while (!this.#stdout.includes('DUMONT_SANDBOX_CONTROL=')) {
      await Promise.race([once(this.process.stdout ?? this.process, 'data'), this.ended]);
      if (this.process.exitCode !== null) throw new Error(`it ended with ${this.process.exitCode}: ${this.#stderr}`);
    }
    return this.#stdout;
  }
}

describe('npm run sandbox', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    it(`serves the standard user and the control channel, and ends cleanly on ${signal}`, async () => {
      const sandbox = new Standalone();
      const printed = await sandbox.ready();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
      const credentials = { username: 'test@example.com', password: 'testpass123' };
      const { status, body } = await send(url, 'POST', '/auth/login', { body: credentials });
      assert.equal(status, 200);
      const settings = (await send(url, 'GET', '/settings', { token: body.token })).body;
      for (const value of [settings.vast_api_key, settings.settings.restic_repo, settings.settings.gcp_credentials]) {
        assert.notEqual(value, null);
      }
      assert.equal((await send(url, 'GET', '/balance', { token: body.token })).body.credit, 100);
      assert.ok((await send(url, 'GET', '/savings/summary', { token: body.token })).body.total_hours > 0);
      const control = /^DUMONT_SANDBOX_CONTROL=(http:\/\/127\.0\.0\.1:\d+\/#\S+)$/m.exec(printed)?.[1] ?? '';
      const user = await connectControl(control).createUser({ email: 'outra@example.com' });
      const other = { username: user.email, password: user.password };
      assert.equal((await send(url, 'POST', '/auth/login', { body: other })).status, 200);
      sandbox.process.kill(signal);
      assert.deepEqual(await sandbox.ended, { code: 0, stdout: printed, stderr: '' });
      await assert.rejects(fetch(`${url}/health`));
    });
  }

  it('ends when the npm that started it is ended', async () => {
    const npm = spawn('npm', ['run', '--silent', 'sandbox'], {
      cwd: path.join(__dirname, '..', '..'),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    npm.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    while (!printed.includes('DUMONT_SANDBOX_CONTROL=')) await once(npm.stdout, 'data');
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0] ?? '';
    assert.equal((await send(url, 'GET', 'health')).status, 200);
    npm.kill('SIGTERM');
    await once(npm.stdout, 'close'); // the sandbox holds it for as long as it lives
    await assert.rejects(fetch(`${url}/health`));
  });

  it('says in one sentence that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const { code, stdout, stderr } = await new Standalone('--port', String(port)).ended;
    other.close();
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, new RegExp(`^A porta ${port} já está em uso: .+\\.\n$`));
  });

  it('says in one sentence what is wrong with the arguments', async () => {
    for (const args of [['--port', 'oito'], ['--port', '70000'], ['--porta', '8767'], ['8767'], ['--port']]) {
      const { code, stdout, stderr } = await new Standalone(...args).ended;
      assert.deepEqual([code, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^[AN].+\n$/);
    }
  });
});
