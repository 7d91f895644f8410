/** `1 cenário`, `2 cenários`, `1.234 cenários`. */
export function count(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('pt-BR')} ${amount === 1 ? one : many}`;
}

/** `a`, `a e b`, `a, b e c`. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat('pt-BR').format(items);
}

/** An amount of money: `US$ 0,40`; below a cent, as many places as show something: `US$ 0,003`. */
export function dollars(amount: number): string {
  const places =
    amount > 0 && amount < 0.01 ? { maximumSignificantDigits: 1 } : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return `US$ ${amount.toLocaleString('pt-BR', places)}`;
}

/** Milliseconds as a person reads them: `35 ms`, `1,2 s`, `3 min 05 s`, `2 h 03 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${pad(seconds % 60)} s`;
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${pad(minutes % 60)} min`;
}

/** A moment with its zone, for people: `22 de novembro de 2025, 17:28:05 BRT`. */
export function moment(date: Date): string {
  return new Intl.DateTimeFormat('pt-BR', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(date);
}

/** A day, short enough for a cell: `22/11/2025`. */
export function day(date: Date): string {
  return DAY.format(date);
}

const DAY = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit', year: 'numeric' });

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
