/** What a run is asked for, over the channel between the watch and the process that runs. */
export interface RunRequest {
  /** Scenarios to run: `features/x.feature:12`. */
  readonly places: readonly string[];
  /** Files of step definitions: what uses them is to run. */
  readonly stepFiles: readonly string[];
  /** The journeys are to run: what changed is behind everything. */
  readonly journeys: boolean;
}

export const NOTHING: RunRequest = { places: [], stepFiles: [], journeys: false };

/** Both at once. */
export function together(one: RunRequest, other: RunRequest): RunRequest {
  return {
    places: [...new Set([...one.places, ...other.places])],
    stepFiles: [...new Set([...one.stepFiles, ...other.stepFiles])],
    journeys: one.journeys || other.journeys,
  };
}

/** Nothing is asked for. */
export function isNothing({ places, stepFiles, journeys }: RunRequest): boolean {
  return places.length === 0 && stepFiles.length === 0 && !journeys;
}
