const PATHS = {
  'chevron-down': 'M5 8l5 5 5-5',
  'chevron-left': 'M12 5l-5 5 5 5',
  'chevron-right': 'M8 5l5 5-5 5',
  close: 'M5 5l10 10M15 5L5 15',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  layers: 'M10 3.5l7 3.5-7 3.5L3 7zM3.5 10.5L10 13.8l6.5-3.3M3.5 13.7L10 17l6.5-3.3',
  filter: 'M3 5h14M6 10h8M8.5 15h3',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01',
  map: 'M7.5 4.5L3 6v10l4.5-1.5 5 1.5L17 14.5v-10L12.5 6zM7.5 4.5v10M12.5 6v10',
  download: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  link: 'M8.5 11.5l3-3M7 9l-2 2a2.8 2.8 0 004 4l2-2M13 11l2-2a2.8 2.8 0 00-4-4L9 7',
  print: 'M6 8V3.5h8V8M6 14H4V8h12v6h-2M6 12h8v4.5H6z',
  moon: 'M15.5 12A6.5 6.5 0 018 4.5a6.5 6.5 0 107.5 7.5z',
  sun: 'M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  search: 'M9 4a5 5 0 100 10A5 5 0 009 4zM13 13l3.5 3.5',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v4.5M10 6.5h.01',
  warning: 'M10 3.5l7.5 13h-15zM10 8.5v4M10 14.5h.01',
  draw: 'M4 14.5L6 6l7-2.5 3.5 6-3 6.5z',
  'arrow-up': 'M10 16V4.5M5.5 9L10 4.5 14.5 9',
  'arrow-down': 'M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon in the text's colour. Decorative: the control beside it carries the words. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
