import { useId } from 'react';
import type { LegendItem } from '../layers/legend.ts';
import { cssVariable } from './colours.ts';

const WIDTH = 22;
const HEIGHT = 16;

/** The key beside a legend's words, looking as the class does on the map. Decorative: the words say it. */
export function LegendSwatch({ item }: { readonly item: Pick<LegendItem, 'colour' | 'symbol' | 'pattern' | 'kind' | 'hidden'> }) {
  const id = useId();
  const dashed = item.kind === 'no-data';
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" opacity={item.hidden ? 0.35 : 1}>
      <defs>
        <pattern id={`${id}hatch`} width="4.2" height="4.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.3" height="4.2" fill="var(--map-mark-hatch)" />
        </pattern>
        <pattern id={`${id}cross`} width="4.2" height="4.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0h4.2v1.1h-3.1v3.1h-1.1z" fill="var(--map-mark-hatch)" />
        </pattern>
        <pattern id={`${id}dots`} width="5.6" height="5.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <circle cx="2.8" cy="2.8" r="1.05" fill="var(--map-mark-dots)" />
        </pattern>
      </defs>
      <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="2" fill={`var(${cssVariable(item.colour)})`} />
      {item.pattern && <rect x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="2" fill={`url(#${id}${item.pattern})`} />}
      <rect
        x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} rx="2" fill="none"
        stroke={`var(${dashed ? '--map-mark-no-data-line' : '--map-mark-boundary'})`} strokeDasharray={dashed ? '2.5 2' : undefined}
      />
      {item.symbol === 'triangle-up' && <path d="M11 4l4 8h-8z" fill="var(--map-mark-triangle-up)" />}
      {item.symbol === 'triangle-down' && <path d="M11 12l4-8h-8z" fill="var(--map-mark-triangle-down)" />}
      {item.symbol?.startsWith('digit-') === true && (
        <text
          x="11" y="12.2" textAnchor="middle" fontSize="12" fontWeight="700"
          fill="var(--map-mark-label)" stroke="var(--map-mark-label-halo)" strokeWidth="3" paintOrder="stroke" strokeLinejoin="round"
        >
          {item.symbol.slice('digit-'.length)}
        </text>
      )}
    </svg>
  );
}
