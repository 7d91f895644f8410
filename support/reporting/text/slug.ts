/** The words of a text as they can stand in an address: `Ciclo de vida` becomes `ciclo-de-vida`; `item` when no letter or digit is left. */
export function slug(text: string): string {
  return (
    withoutAccents(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'item'
  );
}

/** Lower case without accents: `Instância` becomes `instancia`. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
