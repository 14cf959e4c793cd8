import type { MapMarks } from './MapFigure.tsx';

/** Hatch of "too few to say", dots of "none recorded" and crossed lines of "withheld", in the half units of the areas' paths. */
export function MapPatterns({ id, marks }: { readonly id: string; readonly marks: MapMarks }) {
  return (
    <defs>
      <pattern id={`${id}-hatch`} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={2.2} height={7} fill={marks.hatch} />
      </pattern>
      <pattern id={`${id}-dots`} width={9} height={9} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <circle cx={4.5} cy={4.5} r={1.8} fill={marks.dots} />
      </pattern>
      <pattern id={`${id}-cross`} width={9} height={9} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 4.5H9M4.5 0V9" fill="none" stroke={marks.cross} strokeWidth={1.6} />
      </pattern>
    </defs>
  );
}
