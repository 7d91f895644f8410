/**
 * The fields that the document promises, by journey and step (resolutions.md, 2.6; where that names only the items of a list, the fields that
 * say which item it is and what the step's title asks of it). `list[].x` is a field of the list's items, `map.*.x` of the object's entries;
 * a path that ends at an object or an item stands for all that is below it, the empty one for the whole reply.
 */
export const DOCUMENTED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  '1.1': ['token'],
  '1.2': ['email', 'authenticated'],
  '1.3': ['settings', 'vast_api_key'],
  '1.4': ['success'],
  '1.5': ['error'],

  '2.1': ['count', 'offers', 'offers[].gpu_name', 'offers[].dph_total'],
  '2.2': ['count', 'offers', 'offers[].gpu_name', 'offers[].dph_total'],
  '2.3': ['id'],
  '2.4': ['instances', 'instances[].id', 'instances[].status', 'instances[].label'],
  '2.5': [''],
  '2.6': ['success'],
  '2.7': ['success'],
  '2.8': ['success'],
  '2.9': ['instances'],

  '3.1': ['id'],
  '3.2': ['snapshot_id', 'is_incremental', 'success'],
  '3.3': ['id', 'name'],
  '3.4': ['snapshots', 'snapshots[].id', 'snapshots[].name', 'snapshots[].instance_id'],
  '3.5': ['success'],
  '3.6': ['new_instance_id'],
  '3.7': ['instances', 'instances[].id', 'instances[].status'],
  '3.8': ['success'],

  '4.1': ['configured'],
  '4.2': ['enabled', 'config.gcp_zone'],
  '4.3': ['id'],
  '4.4': ['count', 'associations', 'associations.*.gpu_instance_id', 'associations.*.cpu_standby'],
  '4.5': ['success'],
  '4.6': ['success'],
  '4.7': ['orphans', 'orphans[].gpu_instance_id', 'orphans[].state'],

  '5.1': ['models', 'models[].id'],
  '5.2': ['gpu_recommendation.gpu_name', 'gpu_recommendation.vram_gb'],
  '5.3': ['id'],
  '5.4': ['job_id', 'name', 'status'],
  '5.5': ['jobs', 'jobs[].job_id', 'jobs[].name', 'jobs[].status'],
  '5.6': ['logs'],
  '5.7': ['status'],

  '6.1': ['predictions_24h', 'predictions_24h[].hour_utc', 'predictions_24h[].predicted_price', 'predicted_lowest_price'],
  '6.2': ['items', 'items[].spot_price'],
  '6.3': ['items', 'items[].overall_score'],
  '6.4': ['rankings', 'rankings[].gpu_name', 'rankings[].price_per_hour', 'rankings[].cost_per_million_tokens'],
  '6.5': ['windows', 'windows[].avg_interruption_rate'],
  '6.6': ['gpus', 'gpus[].available_now'],
  '6.7': ['estimated_cost'],

  '7.1': ['summary.total_savings_usd'],
  '7.2': ['total_savings'],
  '7.3': ['gpu_breakdown', 'gpu_breakdown[]'],
  '7.4': ['monthly_data', 'monthly_data[]'],
  '7.5': ['stats'],
  '7.6': ['cloud_comparison.aws', 'cloud_comparison.gcp', 'cloud_comparison.azure'],

  '8.1': ['analysis'],
  '8.2': ['gpu_recommendation', 'config'],
  '8.3': ['id', 'gpu_name', 'optimization'],
  '8.4': ['instances', 'instances[].id', 'instances[].gpu_name'],

  '9.1': ['id'],
  '9.2': ['success'],
  '9.3': ['estimated_time', 'estimated_cost'],
  '9.4': ['new_instance_id'],
  '9.5': ['instances', 'instances[].num_gpus', 'instances[].status'],
  '9.6': ['new_instance_id'],
  '9.7': ['instances', 'instances[].num_gpus', 'instances[].status'],

  '10.1': ['status'],
  '10.2': ['instances', 'count'],
  '10.3': ['data', 'data[].gpu_name', 'data[].min_price'],
  '10.4': ['rankings', 'rankings[].gpu_name', 'rankings[].efficiency_score'],
  '10.5': ['rankings', 'rankings[].machine_id', 'rankings[].reliability_score'],
  '10.6': ['agents', 'agents[].name', 'agents[].status'],
};
