import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../../geodata/demo/random.ts';
import { makeSampler } from '../../../../geodata/synthetic/alias.ts';

describe('makeSampler', () => {
  it('draws each position as often as its weight says, as even steps over the unit interval show exactly', () => {
    const weights = [5, 0, 1, 3, 0.5, 0.5];
    const sampler = makeSampler(weights);
    const steps = 60_000;
    const counts = weights.map(() => 0);
    for (let i = 0; i < steps; i += 1) {
      const drawn = sampler({ next: () => (i + 0.5) / steps, below: () => 0, normal: () => 0 });
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    expect(counts).toEqual(weights.map((weight) => (weight / 10) * steps));
  });

  it('repeats with the seed', () => {
    const sampler = makeSampler([1, 2, 3]);
    const draw = (seed: number): number[] => {
      const random = makeRandom(seed, 'test');
      return Array.from({ length: 50 }, () => sampler(random));
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('refuses weights without any', () => {
    expect(() => makeSampler([0, 0])).toThrow('There is nothing to draw');
    expect(() => makeSampler([])).toThrow('There is nothing to draw');
  });
});
