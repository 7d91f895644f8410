import type { Html } from '../../shared/html';
import { type Conformity, conformityOf } from '../conformity/conformity';
import type { Run, Scenario } from '../model/run';
import { JOURNEY_TAG } from '../model/stanzas';
import type { SiteContext } from './context';
import { runFooter } from './footer';
import { journeyAnchor, pageName, scenarioAnchor } from './links';
import type { Evidence } from './steps';

/** What every part of the documentation is made from: the run, what is known around it, and whether all stands on one page. */
export interface Site {
  run: Run;
  context: SiteContext;
  conformity: Conformity;
  evidence: Evidence;
  /** True when all journeys stand in a single file, where links are anchors. */
  single: boolean;
  footer: Html;
}

/** How much of the evidence of a scenario is shown: the commands of the document keep their outputs wherever a page has evidence at all. */
export function evidenceOf({ evidence }: Site, { tags }: Scenario): Evidence {
  return ['bare', 'names'].includes(evidence) && tags.includes(JOURNEY_TAG) ? 'head' : evidence;
}

/** The documentation as a folder of pages, all evidence kept. */
export function folderSite(run: Run, context: SiteContext): Site {
  return siteOf(run, context, 'whole', false);
}

/** The documentation as one page. */
export function singleSite(run: Run, context: SiteContext, evidence: Evidence): Site {
  return siteOf(run, context, evidence, true);
}

function siteOf(run: Run, context: SiteContext, evidence: Evidence, single: boolean): Site {
  const conformity = context.conformity ?? conformityOf(run, null);
  return { run, context, conformity, evidence, single, footer: runFooter(run, context.now) };
}

/** Where a journey stands, seen from any page of this documentation. */
export function hrefOfJourney({ single }: Site, uri: string): string {
  return single ? `#${journeyAnchor(uri)}` : pageName(uri);
}

/** Where a scenario stands, seen from any page of this documentation. */
export function hrefOfScenario({ single }: Site, scenario: Scenario): string {
  return `${single ? '' : pageName(scenario.uri)}#${scenarioAnchor(scenario)}`;
}
