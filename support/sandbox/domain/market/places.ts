/** The regions that offers are searched by. */
export const REGIONS = ['US', 'EU', 'ASIA'] as const;

export type Region = (typeof REGIONS)[number];

const PLACES: Readonly<Record<Region, readonly string[]>> = {
  US: ['Texas, US', 'California, US', 'Oregon, US', 'Virginia, US'],
  EU: ['Sweden, SE', 'Germany, DE', 'Netherlands, NL', 'Poland, PL'],
  ASIA: ['Japan, JP', 'Singapore, SG', 'Taiwan, TW'],
};

const REGION_OF_PLACE: ReadonlyMap<string, Region> = new Map(
  REGIONS.flatMap((region) => PLACES[region].map((place): [string, Region] => [place, region])),
);

/** The places (`Texas, US`) where machines of a region stand. */
export function placesIn(region: Region): readonly string[] {
  return PLACES[region];
}

/** The region of an offer's `geolocation`, or undefined for a place without machines. */
export function regionOf(geolocation: string): Region | undefined {
  return REGION_OF_PLACE.get(geolocation);
}

/** Whether a place is what a filter asks for: a region (`EU`), the place itself or its country (`Sweden, SE`, `sweden`, `se`), in any case. */
export function standsIn(geolocation: string, wanted: string): boolean {
  const names = [geolocation, regionOf(geolocation) ?? '', ...geolocation.split(', ')].map((name) => name.toLowerCase());
  return names.includes(wanted.trim().toLowerCase());
}
