/** The paths in `formatOptions.reports`, which is free-form: anything but a list of texts is taken for none. */
export function reportPaths(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
}
