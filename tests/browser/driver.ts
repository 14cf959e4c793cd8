import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { Density } from './driver/density.ts';
import { Filters } from './driver/filters.ts';
import { Hotspots } from './driver/hotspots.ts';
import { Keyboard } from './driver/keyboard.ts';
import { MapStage } from './driver/mapStage.ts';
import { Plot } from './driver/plot.ts';
import { Screen } from './driver/screen.ts';
import { Table } from './driver/table.ts';
import { settled } from './driver/settled.ts';
import type { Faults } from './faults.ts';

/** Hotspot Atlas as a reader uses it. Only this class and its parts know selectors: roles and accessible names. */
export class Atlas {
  readonly density: Density;
  readonly filters: Filters;
  readonly hotspots: Hotspots;
  readonly keyboard: Keyboard;
  readonly map: MapStage;
  readonly plot: Plot;
  readonly screen: Screen;
  readonly table: Table;

  constructor(readonly page: Page, readonly origin: string, readonly faults: Faults) {
    this.density = new Density(page);
    this.filters = new Filters(page);
    this.hotspots = new Hotspots(page);
    this.keyboard = new Keyboard(page);
    this.map = new MapStage(page);
    this.plot = new Plot(page);
    this.screen = new Screen(page);
    this.table = new Table(page);
  }

  /** Opens a link; `hash` is what follows "#". */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`${this.origin}/${hash === '' ? '' : `#${hash}`}`);
    await this.settled();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.settled();
  }

  /** Until every figure on screen answers the newest question. */
  async settled(): Promise<void> {
    await settled(this.page);
  }

  async back(): Promise<void> {
    await this.page.goBack();
    await this.settled();
  }

  async forward(): Promise<void> {
    await this.page.goForward();
    await this.settled();
  }

  /** The entries of the address after "#", once it has come to rest. */
  async address(): Promise<URLSearchParams> {
    const read = () => this.page.evaluate(() => window.location.hash);
    let hash = await read();
    for (;;) {
      await this.page.waitForTimeout(400);
      const next = await read();
      if (next === hash) return new URLSearchParams(hash.slice(hash.indexOf('?') + 1));
      hash = next;
    }
  }

  async showMethods(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Methods' }).click();
    await this.page.getByRole('heading', { level: 1, name: /method/i }).waitFor();
  }

  async showAssessment(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Assessment' }).click();
    await this.page.getByRole('heading', { level: 1, name: /: violence needs assessment$/ }).waitFor();
  }

  /** How far the page as a whole has been scrolled; its parts scroll, it never does. */
  async scrolledBy(): Promise<number> {
    return this.page.evaluate(() => {
      const tops = [document.documentElement, document.body, document.querySelector('#root'), ...document.querySelectorAll('#root > *')].map((element) => element?.scrollTop ?? 0);
      return tops.reduce((sum, top) => sum + top, 0) - Math.min(0, document.querySelector('header')?.getBoundingClientRect().top ?? 0);
    });
  }

  async showExplore(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Explore' }).click();
    await this.settled();
  }

  /** Phones show one panel at a time. */
  async showPanel(name: 'Filters' | 'Map' | 'Areas'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name }).click();
  }

  /** Hides or shows a side panel on a wide screen. */
  async foldPanel(what: 'filters' | 'areas'): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^(Hide|Show) ${what}$`) }).click();
  }

  /** Which of the three parts are on screen. */
  async visibleParts(): Promise<string[]> {
    const parts = { Filters: this.page.getByRole('complementary', { name: 'Filters' }), Map: this.page.getByRole('region', { name: 'Map', exact: true }), Areas: this.page.getByRole('complementary', { name: 'Areas' }) };
    const seen = await Promise.all(Object.entries(parts).map(async ([name, part]) => ((await part.isVisible()) ? [name] : [])));
    return seen.flat();
  }

  /** Elements because of which the page scrolls sideways, where it does. */
  async overflow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
      return [`the page is ${scrollWidth} of ${clientWidth} wide`, ...wide.slice(0, 5).map((element) => `${element.tagName} ${element.className}`)];
    });
  }

  /** Buttons and labels of boxes on screen that are smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8), words in a sentence aside. */
  async smallTargets(): Promise<string[]> {
    return this.page.evaluate(() => [...document.querySelectorAll('button, label')].filter((element) => {
      const { width, height } = element.getBoundingClientRect();
      const hidden = element.closest('[aria-hidden="true"]') !== null;
      const inSentence = getComputedStyle(element).display.startsWith('inline') && element.closest('p, dt, dd') !== null;
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1 && !hidden && !inSentence && (width < 24 || height < 24);
    }).map((element) => {
      const { width, height } = element.getBoundingClientRect();
      return `${element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName} ${Math.round(width)}x${Math.round(height)}`;
    }));
  }

  /** Presses the table's or the header's export and reads the file. */
  async download(from: 'table' | 'header'): Promise<{ readonly name: string; readonly text: string }> {
    const part = from === 'header' ? this.page.getByRole('banner') : this.page.getByRole('complementary', { name: 'Areas' });
    const [file] = await Promise.all([this.page.waitForEvent('download'), part.getByRole('button', { name: /CSV/ }).click()]);
    return { name: file.suggestedFilename(), text: await text(await file.createReadStream()) };
  }
}
