import type { ChildProcess } from 'node:child_process';

const MODULE = '@cucumber/cucumber/lib/runtime/parallel/adapter';

/** What this module knows of the part of cucumber-js that gives workers their scenarios; its test pins that the installed version is so. */
interface Adapter {
  readonly workers: Readonly<Record<string, Worker>>;
  /** By worker. */
  readonly inProgress: Record<string, unknown>;
  awakenWorkers(triggering: Worker): void;
}

interface Worker {
  readonly state: number;
  readonly process: ChildProcess;
}

type Start = (this: Adapter, id: string, total: number) => void;

/** A worker that waits for a scenario. */
const IDLE = 0;

const installed = new WeakSet<object>();

/**
 * From now on the scenario of a worker that died is over for the others, who may wait for it to end: cucumber-js goes on counting it as
 * running, and where scenarios take turns nobody would ever get the next one.
 * @param load gives the module
 * @throws Error in Portuguese when the installed cucumber-js has no such place
 */
export function survivesLostWorkers(load: () => unknown = loadAdapter): void {
  const prototype = prototypeOf(load);
  if (installed.has(prototype)) return;
  installed.add(prototype);
  const start = prototype.startWorker;
  prototype.startWorker = function (this: Adapter, id: string, total: number): void {
    start.call(this, id, total);
    const worker = this.workers[id];
    worker?.process.on('error', () => {}); // it died a moment before it was given work; that it closes follows
    worker?.process.on('close', () => {
      delete this.inProgress[id];
      const idle = Object.values(this.workers).find(({ state }) => state === IDLE);
      if (idle) this.awakenWorkers(idle);
    });
  };
}

function loadAdapter(): unknown {
  return require('@cucumber/cucumber/lib/runtime/parallel/adapter').ChildProcessAdapter;
}

function prototypeOf(load: () => unknown): { startWorker: Start } {
  const missing = `o cucumber-js instalado não tem mais startWorker em ${MODULE}, de que uma execução não ficar parada quando um processo morre depende: instale a versão que o package.json pede (npm ci).`;
  let adapter: { prototype?: Partial<{ startWorker: Start }> };
  try {
    adapter = load() as typeof adapter;
  } catch {
    throw new Error(missing);
  }
  if (typeof adapter?.prototype?.startWorker !== 'function') throw new Error(missing);
  return adapter.prototype as { startWorker: Start };
}
