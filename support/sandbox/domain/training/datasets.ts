import { DomainError } from '../errors';
import { Random } from '../random';

export const DATASET_SOURCES = ['upload', 'url', 'huggingface'] as const;
export const DATASET_FORMATS = ['alpaca', 'sharegpt', 'raw'] as const;

export type DatasetSource = (typeof DATASET_SOURCES)[number];
export type DatasetFormat = (typeof DATASET_FORMATS)[number];

/** What a job learns from; `rows` is its number of examples. */
export interface Dataset {
  readonly source: DatasetSource;
  readonly path: string;
  readonly format: DatasetFormat;
  readonly rows: number;
}

/** The parts of a dataset that a request names. */
export interface DatasetRequest {
  readonly source?: DatasetSource | undefined;
  readonly path?: string | undefined;
  readonly format?: DatasetFormat | undefined;
}

/** The dataset of an account that has one prepared (resolutions 2.3, "Dataset preparado"). */
export const PREPARED_DATASET: Dataset = {
  source: 'upload',
  path: 'datasets/instructions.jsonl',
  format: 'alpaca',
  rows: 52_002,
};

/** The sandbox reads no remote file: the number of rows follows from the name, so that the same dataset always has the same size. */
const rowsOf = (source: DatasetSource, path: string): number => new Random(`dataset/${source}/${path}`).integer(20_000, 80_000);

/**
 * The dataset that a request means: the one it names, else the account's `prepared` one. 400 when it names none and the account has none,
 * or when it names another source without a path there.
 */
export function chosenDataset(request: DatasetRequest, prepared: Dataset | undefined): Dataset {
  if (request.path !== undefined) {
    const source = request.source ?? prepared?.source ?? 'upload';
    const rows = source === prepared?.source && request.path === prepared.path ? prepared.rows : rowsOf(source, request.path);
    return { source, path: request.path, format: request.format ?? prepared?.format ?? 'alpaca', rows };
  }
  if (prepared === undefined) throw new DomainError(400, 'No dataset: the account has none prepared and dataset_path is missing');
  if (request.source !== undefined && request.source !== prepared.source) {
    throw new DomainError(400, `dataset_path is missing: the prepared dataset is not of source ${request.source}`);
  }
  return { ...prepared, format: request.format ?? prepared.format };
}
