/** One line of points; a point that is not there ends the line before it. */
export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 400, 64, 120, 40, 48];
const INKS = ['#12436d', '#801650', '#147a72', '#b8410b', '#3d3d3d', '#7a5cb5', '#52616c'];
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '1 4', '10 4', '4 2'];

/** Cost in milliseconds against a size, both on logarithmic axes, as an SVG that stands by itself. Names are ours, so none needs escaping. */
export function chartOf(title: string, xTitle: string, series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points).filter(({ x, y }) => x > 0 && y > 0);
  if (points.length === 0) return '';
  const x = axis(points.map((point) => point.x), LEFT, WIDTH - RIGHT);
  const y = axis(points.map((point) => point.y), HEIGHT - BOTTOM, TOP);
  const grid = [
    ...x.ticks.map((tick) => `<line x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}"/><text x="${x.at(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${tick.toLocaleString('en-GB')}</text>`),
    ...y.ticks.map((tick) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(tick)}" y2="${y.at(tick)}"/><text x="${LEFT - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick.toLocaleString('en-GB', { maximumFractionDigits: 6 })}</text>`),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="11"><title>${title}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/><text x="${LEFT}" y="20" font-size="14">${title}</text>`,
    `<g stroke="#dfe3e4" stroke-width="1">${grid.join('').replaceAll('<text', '<text stroke="none" fill="#52616c"')}</g>`,
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${xTitle}</text><text transform="translate(14 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">milliseconds, median</text>`,
    ...labelled(series, (value) => y.at(value)).map(({ name, points: of, label }, i) => line(name, of.map((point) => [x.at(point.x), y.at(point.y)] as const), label, INKS[i % INKS.length] ?? '', DASHES[i % DASHES.length] ?? '')),
    '</svg>\n',
  ].join('\n');
}

/** Powers of ten around the values, and where a value stands. */
function axis(values: readonly number[], start: number, end: number): { readonly ticks: readonly number[]; at(value: number): number } {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, i) => Number(`1e${low + i}`)),
    at: (value) => Math.round((start + ((Math.log10(value) - low) / (high - low)) * (end - start)) * 10) / 10,
  };
}

/** Names at the lines' ends, moved apart where they would cover one another. */
function labelled(series: readonly Series[], at: (y: number) => number): (Series & { readonly label: number })[] {
  const held = series.map((one) => ({ ...one, points: one.points.filter(({ x, y }) => x > 0 && y > 0) })).filter(({ points }) => points.length > 0);
  const placed = new Map<string, number>();
  let last = -Infinity;
  for (const { name, y } of held.map((one) => ({ name: one.name, y: at(one.points.at(-1)?.y ?? 1) })).toSorted((a, b) => a.y - b.y)) {
    last = Math.max(y, last + 13);
    placed.set(name, last);
  }
  return held.map((one) => ({ ...one, label: placed.get(one.name) ?? 0 }));
}

function line(name: string, points: readonly (readonly [number, number])[], label: number, ink: string, dash: string): string {
  const [lastX = 0] = points.at(-1) ?? [];
  const dots = points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="2.5" fill="${ink}"/>`).join('');
  return `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="${dash}"/>${dots}<text x="${Math.max(lastX + 8, 0)}" y="${label + 4}" fill="${ink}">${name}</text>`;
}
