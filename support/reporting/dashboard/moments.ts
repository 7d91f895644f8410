const DAY: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const STAMP = new Intl.DateTimeFormat('pt-BR', { ...DAY, year: 'numeric', ...TIME });

/** `22/11/2026 23:40`: for tables, where a whole sentence is too long. */
export function stamp(date: Date): string {
  return STAMP.format(date).replace(',', '');
}

/** Labels along an axis of time: the time of day when all moments are of one day, the day otherwise. */
export function axisLabels(dates: readonly Date[]): string[] {
  const days = new Intl.DateTimeFormat('pt-BR', { ...DAY, year: 'numeric' });
  const oneDay = new Set(dates.map((date) => days.format(date))).size <= 1;
  const format = new Intl.DateTimeFormat('pt-BR', oneDay ? TIME : DAY);
  return dates.map((date) => format.format(date));
}
