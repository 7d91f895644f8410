const UNITS: readonly { unit: Intl.RelativeTimeFormatUnit; ms: number }[] = [
  { unit: 'year', ms: 365 * 86_400_000 },
  { unit: 'month', ms: 30 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
];

/** How long ago, in whole units: `há 3 dias`, `há 2 horas`; `há menos de um minuto` below that, and for a moment still to come. */
export function age(then: Date, now: Date): string {
  const elapsed = now.getTime() - then.getTime();
  const fitting = UNITS.find(({ ms }) => elapsed >= ms);
  if (!fitting) return 'há menos de um minuto';
  return new Intl.RelativeTimeFormat('pt-BR').format(-Math.floor(elapsed / fitting.ms), fitting.unit);
}
