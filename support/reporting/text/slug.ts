/** The words of a text as they can stand in an address: `Ciclo de vida` becomes `ciclo-de-vida`; `item` when no letter or digit is left. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'item';
}
