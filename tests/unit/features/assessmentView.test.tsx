import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { AssessmentView } from '../../../src/features/assessment/AssessmentView.tsx';
import type { AtlasState } from '../../../src/store/state.ts';
import { AtlasProvider } from '../../../src/store/react.ts';
import { sampleAssessment } from '../../fakes/sampleAssessment.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from '../store/harness.ts';

const PROBLEM = { what: 'The assessment could not be made', where: 'bedfordshire', remedy: 'Try again.' };

/** The view in a state of the store. A store's first state is what a server would render, so the state is set before. */
function shown({ pack, ...state }: Partial<AtlasState>): string {
  const { store } = createHarness();
  // First the pack: opening one puts an earlier assessment away.
  if (pack !== undefined) store.setState({ pack });
  store.setState(state);
  vi.spyOn(store, 'getInitialState').mockReturnValue(store.getState());
  return renderToStaticMarkup(<AtlasProvider store={store}><AssessmentView /></AtlasProvider>);
}
const opened: AtlasState['pack'] = { status: 'ready', opened: samplePack(), progress: null, problem: null };
const value = sampleAssessment();

describe('assessment view', () => {
  it('says what it is doing before there is anything to read', () => {
    const markup = shown({ pack: opened, assessment: { status: 'loading', value: null, problem: null } });
    expect(markup.includes('Making the needs assessment')).toBe(true);
    expect(markup.includes('<progress ')).toBe(true);
    expect(markup.includes('aria-busy="true"')).toBe(true);
  });

  it('shows the report, what it was made for and the way to take it along', () => {
    const markup = shown({ pack: opened, assessment: { status: 'ready', value, problem: null } });
    expect([...markup.matchAll(/class="report-figure"/g)]).toHaveLength(12);
    expect(markup.includes(value.title)).toBe(true);
    expect(/>Export<\/button>/.test(markup)).toBe(true);
    expect(markup.slice(markup.indexOf('<article'))).not.toMatch(/ style="|<style/);
  });

  it('keeps the last one in sight while another is made, and says so', () => {
    const markup = shown({ pack: opened, assessment: { status: 'loading', value, problem: null } });
    expect(markup.includes('what stands below is still the last one')).toBe(true);
    expect(markup.includes('class="report-figure"')).toBe(true);
  });

  it('says what failed, what to do, and offers another try; the last one stays', () => {
    for (const last of [null, value]) {
      const markup = shown({ pack: opened, assessment: { status: 'failed', value: last, problem: PROBLEM } });
      expect(markup.includes(PROBLEM.remedy)).toBe(true);
      expect(markup.includes('Try again</button>')).toBe(true);
      expect(markup.includes('class="report-figure"')).toBe(last !== null);
    }
  });

  it('never draws an answer of another pack on this one', () => {
    const markup = shown({ pack: opened, assessment: { status: 'ready', value: sampleAssessment(5, { request: { ...value.request, pack: 'elsewhere' } }), problem: null } });
    expect(markup.includes('class="report-figure"')).toBe(false);
  });

  it('shows why the pack or its data set could not be opened', () => {
    expect(shown({ pack: { status: 'failed', opened: null, progress: null, problem: PROBLEM } }).includes(PROBLEM.remedy)).toBe(true);
    expect(shown({ pack: opened, dataSet: { status: 'failed', entry: null, progress: null, problem: PROBLEM } }).includes(PROBLEM.remedy)).toBe(true);
  });
});
