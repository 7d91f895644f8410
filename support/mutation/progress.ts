/** A terminal gets one line that changes; a log gets a line now and then. */
const LINE_EVERY_MS = { terminal: 200, log: 20_000 };

/** Says on stderr how far a long work has come. */
export class Progress {
  readonly #title: string;
  readonly #total: number;
  readonly #startedAt = Date.now();
  #done = 0;
  #bad = 0;
  #saidAt = Date.now();

  constructor(title: string, total: number) {
    this.#title = title;
    this.#total = total;
  }

  /** One more is done. @param isBad it needs a look */
  step(isBad: boolean): void {
    this.#done += 1;
    if (isBad) this.#bad += 1;
    const every = process.stderr.isTTY ? LINE_EVERY_MS.terminal : LINE_EVERY_MS.log;
    if (Date.now() - this.#saidAt >= every) this.#say(process.stderr.isTTY ? '' : '\n');
  }

  end(): void {
    this.#say('\n');
  }

  #say(end: string): void {
    this.#saidAt = Date.now();
    const elapsed = this.#saidAt - this.#startedAt;
    const left = this.#done === 0 ? 0 : (elapsed / this.#done) * (this.#total - this.#done);
    const remaining = this.#done < this.#total ? `, faltam uns ${duration(left)}` : '';
    const bad = this.#bad > 0 ? `, ${this.#bad} a olhar` : '';
    const start = process.stderr.isTTY ? '\r\u001b[2K' : '';
    process.stderr.write(
      `${start}${this.#title}: ${this.#done} de ${this.#total} em ${duration(elapsed)}${remaining}${bad}${end}`,
    );
  }
}

function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
