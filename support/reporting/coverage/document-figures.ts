import type { DocumentFigures } from './model';

/**
 * The figures that the specification gives itself: its section "Métricas de Cobertura" (66 commands, 54 endpoints, 100 %), by the name of
 * the script it asks for, which is that of the feature.
 */
export const DOCUMENT: Readonly<Record<string, DocumentFigures>> = {
  '01_auth_journey': { commands: 5, endpoints: 4 },
  '02_instance_lifecycle': { commands: 9, endpoints: 8 },
  '03_backup_restore': { commands: 8, endpoints: 6 },
  '04_standby_failover': { commands: 7, endpoints: 5 },
  '05_finetune_workflow': { commands: 7, endpoints: 5 },
  '06_spot_analysis': { commands: 7, endpoints: 7 },
  '07_savings_tracking': { commands: 6, endpoints: 6 },
  '08_ai_deploy': { commands: 4, endpoints: 3 },
  '09_migration': { commands: 7, endpoints: 4 },
  '10_health_check': { commands: 6, endpoints: 6 },
};

/** What the section calls the sum of its rows. */
export const DOCUMENT_TOTAL: DocumentFigures = { commands: 66, endpoints: 54 };

/** The document's figures for the journey of a feature file; null when it has no such journey. */
export function documentFiguresOf(uri: string): DocumentFigures | null {
  const name = /([^/\\]+)\.feature$/.exec(uri)?.[1] ?? '';
  return Object.hasOwn(DOCUMENT, name) ? (DOCUMENT[name] ?? null) : null;
}
