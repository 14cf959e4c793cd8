import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportHtml } from '../../../src/features/assessment/export/reportHtml.ts';
import { ReportTable } from '../../../src/features/assessment/report/ReportTable.tsx';
import { figuresOf } from '../../../src/features/assessment/report/Summary.tsx';
import { columnsOf, differenceOf, limitsTitle } from '../../../src/features/assessment/report/tableParts.ts';
import type { AssessmentTable } from '../../../src/model/assessment.ts';
import { boroughTable, cell, row, sampleAssessment, words } from '../../fakes/sampleAssessment.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const ATTACK = '<script>alert(1)</script>';
const count = (markup: string, pattern: RegExp): number => [...markup.matchAll(pattern)].length;

describe('a cell beside its published value', () => {
  const [, offences, dsr, share] = columnsOf(boroughTable, '95% limits');
  const texts = (column: typeof offences, index: number): string[] => (column?.parts ?? []).map(({ text }) => text(boroughTable.rows[index]?.cells[column?.index ?? 0] ?? cell(null)));

  it('differs by a number and a share of the published one', () => {
    expect(texts(offences, 1)).toEqual(['100,748', '100,700', '+48 (0.0%)']);
    expect(texts(dsr, 0)).toEqual(['2,910.4', '2,850.1 to 2,970.9', '2,905.0 (2,875.0 to 2,935.0)', '+5.4 (+0.2%)']);
  });

  it('differs by points where it is a share, and by 0 where nothing is left after rounding', () => {
    expect([texts(share, 0)[2], texts(offences, 0)[2]]).toEqual(['−0.4 points', '0']);
  });

  it('has no difference where nothing was published, and no share of a published zero', () => {
    expect([texts(offences, 2), differenceOf(cell(3))]).toEqual([['112,298', '', ''], null]);
    expect(differenceOf(cell(3, { published: { value: 0, lower: null, upper: null, note: null, samePeriod: true } }))?.share).toBeNaN();
  });

  it('says in words why there is no value', () => {
    expect([texts(dsr, 2)[0], texts(share, 2)[0]]).toEqual(['Too few to say', 'Withheld']);
  });

  it('names limits by their level; the false discovery rate keeps 95%', () => {
    expect([limitsTitle(95), limitsTitle(99.8), limitsTitle('fdr')]).toEqual(['95% limits', '99.8% limits', '95% limits']);
  });
});

const table = (columns: number): AssessmentTable => ({
  id: 't', title: 'A table', columns: Array.from({ length: columns }, (_, index) => ({ id: `c${index}`, title: `Column ${index}`, format: index === 0 ? 'text' : 'count' })),
  rows: [row('r', [words('Row'), ...Array.from({ length: columns - 1 }, (_, index) => cell(index, { published: { value: index + 1, lower: null, upper: null, note: `Note ${index % 2}`, samePeriod: true } }))])],
});

const markup = (columns: number): string => renderToStaticMarkup(<ReportTable table={table(columns)} of="A figure" limits="95% limits" />);

describe('a table', () => {
  it('gives no difference between counts of other months', () => {
    const other: AssessmentTable = {
      ...table(2), rows: [row('r', [words('Row'), cell(139, { published: { value: 1504, lower: null, upper: null, note: null, samePeriod: false } })])],
    };
    const html = renderToStaticMarkup(<ReportTable table={other} of="A figure" limits="95% limits" />);
    expect(html).toContain('other months');
    expect(html).not.toContain('1,365');
    expect(markup(2)).not.toContain('other months');
  });

  it('has headings with a scope for every row, column and group of columns', () => {
    const narrow = markup(3);
    expect([count(narrow, /<th scope="row"/g), count(narrow, /scope="colgroup" colSpan="3"|scope="colgroup" colspan="3"/g), count(narrow, /<th scope="col"/g)]).toEqual([1, 2, 7]);
  });

  it('stands published values under the value where there would be too many columns, named for who hears them', () => {
    const wide = markup(6);
    expect([count(wide, /<td/g), count(wide, /colgroup/g), count(wide, /visually-hidden">published </g)]).toEqual([5, 0, 5]);
  });

  it('marks which note belongs to which published value, once each', () => {
    const marked = markup(3);
    expect([count(marked, /<sup>a<\/sup>/g), count(marked, /<sup>b<\/sup>/g), count(marked, /Note 0/g)]).toEqual([2, 2, 1]);
    expect(markup(2)).not.toContain('<sup>');
  });

  it('keeps what comes from files as text', () => {
    const attacked = { ...table(2), title: ATTACK, rows: [row('r', [words(ATTACK), words(ATTACK)])] };
    expect(renderToStaticMarkup(<ReportTable table={attacked} of={ATTACK} limits="95% limits" />)).not.toContain('<script');
  });
});

describe('sentences of the summary', () => {
  it('lead to each figure once, by its published number or its title; figures that are not there are left out', () => {
    const assessment = sampleAssessment();
    expect(figuresOf({ question: 'who', text: '', from: ['figure-15/a/b', 'figure-15/c/d', 'figure-14b/x/y', 'nowhere/a/b'] }, assessment)).toEqual([{ id: 'figure-15', name: 'Figure 15' }, { id: 'figure-14b', name: 'Offences by month and borough' }]);
  });
});

describe('the exported page', () => {
  const assessment = sampleAssessment(5, { title: `Violence ${ATTACK}` });
  let html = '';
  beforeAll(async () => {
    html = await reportHtml(assessment, samplePack(), new Date('2024-03-01T12:00:00Z'));
  });

  it('is one page in British English with a title that says it is a demonstration', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
    expect(html).toContain('<title>Demonstration data: Violence &lt;script&gt;alert(1)&lt;/script&gt;</title>');
    expect(html).toContain('1 March 2024');
  });

  it('asks for nothing and runs nothing, and its policy forbids both', () => {
    expect(html).toMatch(/http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;; base-uri &#x27;none&#x27;; form-action &#x27;none&#x27;"/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<form|<button| on[a-z]+="| src="|@import|url\(\s*['"]?(?!#)/);
    expect([...html.matchAll(/ (?:xlink:)?href="([^"]*)"/g)].filter(([, to]) => !to?.startsWith('#'))).toEqual([]);
  });

  it('has every figure with a heading, a named drawing, its table, method and source', () => {
    const figures = assessment.sections.flatMap((section) => section.figures);
    expect(count(html, /class="report-figure"/g)).toBe(figures.length);
    expect(count(html, /<svg[^>]* role="img" aria-labelledby=/g)).toBe(figures.filter(({ drawing }) => drawing !== null).length);
    expect(count(html, /<dt>Method<\/dt>/g)).toBe(figures.length);
    expect(html).toContain('What this data cannot give');
  });

  it('has links whose ends exist, and each id once', () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...html.matchAll(/ href="#([^"]*)"/g)].filter(([, id]) => !ids.includes(id))).toEqual([]);
    expect([...html.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g)].filter(([, id]) => !ids.includes(id))).toEqual([]);
  });

  it('has headings in order', () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) <= 1)).toBe(true);
  });

  it('prints no value that is no number', () => {
    expect(html.replace(/<style>.*<\/style>/s, '')).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });
});
