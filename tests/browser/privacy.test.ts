import { describe, expect, inject, test } from 'vitest';
import { visit } from './visit.ts';

describe('Privacy', () => {
  test('nothing is asked of anyone but the server of the page, and no choice is sent to it', () => visit(async (atlas) => {
    await atlas.filters.pressPreset('Night-time economy');
    await atlas.filters.chooseBorough('Luton');
    await atlas.table.select('Luton 018F');
    await atlas.map.jumpTo('Bedford');
    await atlas.map.drawRectangle(0.3, 0.3, 0.5, 0.5);
    await atlas.filters.switchDataSet('A&E attendances after assault');
    await atlas.screen.useDarkTheme();
    await atlas.showMethods();
    const own = atlas.faults.requests.filter((address) => address.startsWith('http'));
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter((address) => new URL(address).origin !== inject('origin'))).toEqual([]);
    expect(own.filter((address) => new URL(address).search !== '' || new URL(address).hash.includes('borough'))).toEqual([]);
  }));

  test('the page carries a policy that lets it reach nothing else', () => visit(async (atlas) => {
    const policy = await atlas.screen.policy();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe');
    const blocked = await atlas.page.evaluate(() => fetch('https://example.org/').then(() => 'sent', () => 'blocked'));
    expect(blocked).toBe('blocked');
    await expect.poll(() => atlas.faults.lines.join('\n')).toContain('policy violation: connect-src https://example.org');
  }, { expectFaults: true }));
});
