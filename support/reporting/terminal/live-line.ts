const REDRAW_EVERY_MS = 120;
const ERASE_LINE = '\r\u001b[K';
const WRAP_OFF = '\u001b[?7l';
const WRAP_ON = '\u001b[?7h';

/**
 * The one line at the bottom of a terminal that says what is running now. It is redrawn in place, in a single write and only when its text
 * changed, so it does not flicker; what must stay is printed above it.
 */
export class LiveLine {
  private shown = '';
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly write: (text: string) => void,
    private readonly text: () => string,
  ) {}

  start(): void {
    this.timer ??= setInterval(() => this.redraw(), REDRAW_EVERY_MS).unref();
  }

  /** Prints whole lines above the live one. */
  print(lines: string): void {
    this.write(`${this.shown && ERASE_LINE}${lines}\n${this.draw(this.timer ? this.text() : '')}`);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    if (this.shown) this.write(ERASE_LINE);
    this.shown = '';
  }

  private redraw(): void {
    const text = this.text();
    if (text !== this.shown) this.write(ERASE_LINE + this.draw(text));
  }

  private draw(text: string): string {
    this.shown = text;
    return text && `${WRAP_OFF}${text}${WRAP_ON}`;
  }
}
