/** Area code -> area number (position in AreaTable). Codes not in the pack are not in the map. */
export function areaNumbers(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(codes.map((code, area) => [code, area]));
}
