/** A text as it is compared by who does not care for accents and capitals: `Instância` becomes `instancia`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
