/** What is billed while it runs; `pricePerHour` in US$ for the whole machine. */
export interface BilledInstance {
  readonly instanceId: number;
  readonly gpuName: string;
  readonly pricePerHour: number;
  readonly numGpus?: number;
}

/** A time during which an instance slept instead of costing its price. */
export interface Hibernation extends BilledInstance {
  readonly from: Date;
  readonly until: Date;
}
