import { type Html, html } from '../../../shared/html';
import type { Group } from '../../model/outcome';
import { GROUPS } from '../../model/outcome-table';

/**
 * What tells the groups apart without colour: each has its own hatching, drawn in `currentcolor` so that a theme changes it. Stands once
 * on a page; dashboard.css fills by it.
 */
export function patterns(): Html {
  return html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="hatch-flaky" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="6" height="6"/><rect class="ink" width="2.5" height="6"/></pattern>
<pattern id="hatch-undefined" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground" width="5" height="5"/><circle class="ink" cx="2.5" cy="2.5" r="1.3"/></pattern>
<pattern id="hatch-broken" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="ground" width="5" height="5"/><rect class="ink" width="5" height="2.2"/></pattern>
<pattern id="hatch-not-run" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="ground" width="4" height="4"/><rect class="ink" width="1" height="4"/></pattern>
</defs></svg>`;
}

/** What the looks of the groups mean. */
export function legend(groups: readonly Group[]): Html {
  return html`<ul class="legend">${groups.map((group) => html`<li>${swatch(group)} ${GROUPS[group].title}</li>`)}</ul>`;
}

function swatch(group: Group): Html {
  return html`<svg class="swatch" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false"><rect class="g ${group}" x="0.5" y="0.5" width="13" height="13"/></svg>`;
}
