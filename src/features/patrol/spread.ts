interface Point {
  readonly x: number;
  readonly y: number;
}

const ROUNDS = 60;

/** Points moved apart until they are `room` from one another, or as far as some rounds get, and kept within the sheet. */
export function spread(points: readonly Point[], room: number, { width, height }: { readonly width: number; readonly height: number }): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let still = true;
    for (let i = 0; i < moved.length; i += 1) {
      for (let j = i + 1; j < moved.length; j += 1) {
        const [a, b] = [moved[i]!, moved[j]!];
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy);
        if (distance >= room) continue;
        still = false;
        // Points upon one another part sideways.
        const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0];
        const push = (room - distance) / 2;
        moved[i] = { x: a.x - ux * push, y: a.y - uy * push };
        moved[j] = { x: b.x + ux * push, y: b.y + uy * push };
      }
    }
    if (still) break;
  }
  const inside = (value: number, size: number): number => Math.min(Math.max(value, room / 2 + 2), Math.max(room / 2 + 2, size - room / 2 - 2));
  return moved.map(({ x, y }) => ({ x: inside(x, width), y: inside(y, height) }));
}
