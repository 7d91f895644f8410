/** Rounds to `digits` decimals; the factor next to 1 lifts values such as 1.005, which binary keeps just below the half. */
export function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor * (1 + Number.EPSILON)) / factor + 0;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

/** Standard deviation over mean: how much values vary, whatever their unit; 0 of nothing or of a zero mean. */
export function variation(values: readonly number[]): number {
  const centre = mean(values);
  if (centre === 0) return 0;
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) / centre;
}
