import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { environment } from '../shared/environment';
import { type Answers, FAULT_VARIABLE, type Job } from './job';

const ROOT = path.resolve(__dirname, '..', '..');
const REGISTER = path.join(ROOT, 'support', 'register.cjs');

/** No job takes nearly as long; one that does is given up and its process with it. */
const DEADLINE_MS = 900_000;

type Reply = { readonly answer: unknown } | { readonly error: string };

/** A job that came to no answer. */
export class JobFailure extends Error {}

/** One process at a time, on one core of the machine: started when it is needed, replaced when it dies. */
export class Worker {
  readonly #temporaryFolder: string;
  readonly #fault: string | undefined;
  #child: ChildProcess | undefined;

  /**
   * @param temporaryFolder where the process may leave what it likes; whoever made the folder removes it
   * @param fault id of the fault that the product is built with; none: the product as it is
   */
  constructor(temporaryFolder: string, fault?: string) {
    this.#temporaryFolder = temporaryFolder;
    this.#fault = fault;
  }

  /**
   * Has a job done.
   * @throws JobFailure when the process dies over it, takes too long, or says that it went wrong
   */
  async do<Kind extends Job['kind']>(job: Job & { kind: Kind }): Promise<Answers[Kind]> {
    this.#child ??= this.#start();
    const child = this.#child;
    const reply = await replyOf(child, job);
    if (reply === null) {
      this.end();
      throw new JobFailure('o processo não chegou ao fim');
    }
    if ('error' in reply) throw new JobFailure(reply.error);
    return reply.answer as Answers[Kind];
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    return fork(path.join(__dirname, 'worker.ts'), {
      cwd: ROOT,
      execArgv: ['-r', REGISTER],
      env: {
        PATH: environment().PATH,
        HOME: this.#temporaryFolder,
        TMPDIR: this.#temporaryFolder,
        ...(this.#fault !== undefined && { [FAULT_VARIABLE]: this.#fault }),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
  }
}

/** The reply to one job; null when the process dies over it or takes too long. */
function replyOf(child: ChildProcess, job: Job): Promise<Reply | null> {
  return new Promise((resolve) => {
    const end = (reply: Reply | null): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(reply);
    };
    const onMessage = (reply: unknown): void => end(reply as Reply);
    const onExit = (): void => end(null);
    const timer = setTimeout(onExit, DEADLINE_MS);
    child.on('message', onMessage);
    child.on('exit', onExit);
    child.send(job, (error) => error && end(null));
  });
}
