/** Kilometres per degree of latitude. */
const KM_PER_DEGREE = 111.32;
/** Middle latitude of England and Wales: the plane's east-west scale is right there and within 8% elsewhere. */
const MIDDLE_LATITUDE = 52.8;
const EAST_SCALE = KM_PER_DEGREE * Math.cos((MIDDLE_LATITUDE * Math.PI) / 180);
/** A ten-thousandth of a degree of a degree: 0.1 m. The same place of the plane always gives the same degrees. */
const PARTS_OF_A_DEGREE = 1e6;

/** [east, north] in km. */
export type PlanePoint = readonly [number, number];

/** Degrees onto the plane on which the synthetic country is laid out. Straight lines stay straight. */
export function toPlane([longitude, latitude]: readonly [number, number]): PlanePoint {
  return [longitude * EAST_SCALE, latitude * KM_PER_DEGREE];
}

/** Degrees, rounded to 6 decimals. */
export function fromPlane([x, y]: PlanePoint): [number, number] {
  return [Math.round((x / EAST_SCALE) * PARTS_OF_A_DEGREE) / PARTS_OF_A_DEGREE, Math.round((y / KM_PER_DEGREE) * PARTS_OF_A_DEGREE) / PARTS_OF_A_DEGREE];
}
