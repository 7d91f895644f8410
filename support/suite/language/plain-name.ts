/** A name as the product compares names: `rtx4090`, `RTX 4090` and `RTX_4090` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, '');
}
