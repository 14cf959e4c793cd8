import { describe, expect, it } from 'vitest';
import { changePatrolDevice, type KeptTrial, NOTHING_KEPT, readPatrolDevice } from '../../../src/store/patrolDevice.ts';
import { memoryStorage } from '../../../src/store/storage.ts';

const TRIAL: KeptTrial = { hotspots: [{ id: 'E01000001', title: 'Luton 001A' }, { id: 'E01000002', title: 'Luton 001B' }], from: '2025-03-03', days: 90, oneIn: 2, runDays: 1, seed: 7 };

const kept = (pack: unknown) => readPatrolDevice(memoryStorage(JSON.stringify({ v: 1, packs: { bedfordshire: pack } })), 'bedfordshire');

describe('what a device keeps for planners', () => {
  it('comes back by pack, each thing by itself', () => {
    const storage = memoryStorage();
    changePatrolDevice(storage, 'bedfordshire', { hubs: ['luton-south'] });
    changePatrolDevice(storage, 'kent', { hubs: [] });
    changePatrolDevice(storage, 'bedfordshire', { lastVisits: { E01000001: '2025-03-01' } });
    changePatrolDevice(storage, 'bedfordshire', { trial: TRIAL });
    expect(readPatrolDevice(storage, 'bedfordshire')).toEqual({ hubs: ['luton-south'], lastVisits: { E01000001: '2025-03-01' }, trial: TRIAL });
    expect(readPatrolDevice(storage, 'kent')).toEqual({ hubs: [], lastVisits: {}, trial: null });
    changePatrolDevice(storage, 'bedfordshire', { lastVisits: {}, trial: null });
    expect(readPatrolDevice(storage, 'bedfordshire')).toEqual({ ...NOTHING_KEPT, hubs: ['luton-south'] });
  });

  it('is nothing where it cannot be trusted, and what another version wrote is set aside', () => {
    expect(readPatrolDevice(memoryStorage('{'), 'bedfordshire')).toEqual(NOTHING_KEPT);
    expect(kept({ hubs: ['<b>'], lastVisits: { E01000001: '2025-02-30', E01000002: 7 }, trial: { ...TRIAL, days: 400 } })).toEqual(NOTHING_KEPT);
    expect(kept({ trial: { ...TRIAL, hotspots: [...TRIAL.hotspots, { id: 3 }] } }).trial).toBeNull();
    const aside = new Set<string>();
    changePatrolDevice(memoryStorage('{"v":2}', aside), 'bedfordshire', { hubs: [] });
    expect([...aside]).toEqual(['{"v":2}']);
  });
});
