import type { Locator, Page } from 'playwright-core';
import { chooseOption, readOptions } from './choice.ts';
import { settled } from './settled.ts';

export interface LegendLine {
  readonly label: string;
  readonly areas: number;
  readonly shown: boolean;
  /** The swatch's colour as the browser resolves it: "rgb(128, 22, 80)". */
  readonly colour: string;
}

/** The map and what colours it. */
export class MapStage {
  readonly #stage: Locator;
  readonly #canvas: Locator;

  constructor(private readonly page: Page) {
    this.#stage = page.getByRole('region', { name: 'Map', exact: true }).first();
    this.#canvas = this.#stage.locator('canvas').first();
  }

  async chooseMeasure(title: string): Promise<void> {
    await chooseOption(this.page, this.#stage, 'Colour the map by', title);
    await settled(this.page);
  }

  async measure(): Promise<string> {
    return (await this.#stage.getByRole('button', { name: /Colour the map by$/ }).innerText()).trim();
  }

  async measures(): Promise<{ readonly text: string; readonly disabled: boolean }[]> {
    return readOptions(this.page, this.#stage, 'Colour the map by');
  }

  async chooseConfidence(title: '95%' | '99.8%' | 'False discovery rate 5%'): Promise<void> {
    await this.#stage.getByRole('button', { name: /^Compared with/ }).click();
    await this.page.getByRole('group', { name: 'Confidence' }).getByRole('radio', { name: title, exact: true }).check();
    await this.page.keyboard.press('Escape');
    await settled(this.page);
  }

  /** Types a rate to compare with, such as England's. */
  async compareWithValue(value: string, whose: string): Promise<void> {
    await this.#stage.getByRole('button', { name: /^Compared with/ }).click();
    await this.page.getByRole('group', { name: 'Benchmark' }).getByRole('radio', { name: 'A value typed in' }).check();
    await this.page.getByRole('textbox', { name: /^Rate per 100,000/ }).fill(value);
    await this.page.getByRole('textbox', { name: 'Whose it is' }).fill(whose);
    await this.page.getByRole('button', { name: 'Compare with it' }).click();
    await settled(this.page);
  }

  /** What the legend says under its title, with the title. */
  async legendWords(): Promise<string> {
    await this.#openLegend();
    const legend = this.#stage.getByRole('region', { name: /^Legend/ });
    return `${await legend.getByRole('heading').first().innerText()}. ${await legend.getByRole('paragraph').first().innerText()}`;
  }

  async jumpTo(title: string): Promise<void> {
    await this.#stage.getByRole('group', { name: 'Go to' }).getByRole('button', { name: title }).click();
  }

  async legend(): Promise<LegendLine[]> {
    await this.#openLegend();
    return this.#legendButtons().evaluateAll((buttons) => buttons.map((button) => {
      // Without the swatch, which may show a number.
      const words = [...button.children].flatMap((part) => (part instanceof SVGElement ? [] : [part.textContent ?? ''])).join(' ').trim();
      const [, label = '', count = ''] = /^(.*?)\s*([\d,]+) areas?$/.exec(words) ?? [];
      const swatch = [...button.querySelectorAll('svg > rect')][0];
      return { label, areas: Number(count.replaceAll(',', '')), shown: button.getAttribute('aria-pressed') === 'true', colour: swatch === undefined ? '' : getComputedStyle(swatch).fill };
    }));
  }

  async toggleClass(label: string): Promise<void> {
    await this.#openLegend();
    await this.#legendButtons().filter({ hasText: label }).click();
  }

  async focusClass(label: string): Promise<void> {
    await this.#openLegend();
    await this.#legendButtons().filter({ hasText: label }).focus();
  }

  /** How many pixels of the drawn map have each of some colours ("rgb(1, 2, 3)"), within a step or two of each channel. */
  async countPixels(colours: readonly string[]): Promise<number[]> {
    const picture = (await this.#canvas.screenshot({ type: 'png' })).toString('base64');
    return this.page.evaluate(async ({ data, wanted }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const paper = new OffscreenCanvas(image.width, image.height).getContext('2d');
      if (paper === null) throw new Error('No canvas to count on');
      paper.drawImage(image, 0, 0);
      const pixels = paper.getImageData(0, 0, image.width, image.height).data;
      return wanted.map((colour) => {
        const [red = -1, green = -1, blue = -1] = (colour.match(/\d+/g) ?? []).map(Number);
        let count = 0;
        for (let at = 0; at < pixels.length; at += 4) {
          if (Math.abs((pixels[at] ?? 0) - red) <= 2 && Math.abs((pixels[at + 1] ?? 0) - green) <= 2 && Math.abs((pixels[at + 2] ?? 0) - blue) <= 2) count += 1;
        }
        return count;
      });
    }, { data: picture, wanted: [...colours] });
  }

  /** Colours of the areas as a browser that prints by itself would put them on paper, each colour once. */
  async coloursOnPaper(): Promise<{ readonly colours: readonly string[]; readonly areas: number; readonly screenIsHidden: boolean }> {
    await this.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await this.page.emulateMedia({ media: 'print' });
    const read = await this.#stage.evaluate((stage) => {
      const fills = [...stage.querySelectorAll('svg.print-map path[fill^="var(--map-"]')].map((path) => getComputedStyle(path).fill);
      const canvas = stage.querySelector('.maplibregl-canvas-container');
      return { colours: [...new Set(fills)], areas: stage.querySelectorAll('svg.print-map path[fill="var(--map-plain)"]').length, screenIsHidden: canvas === null || getComputedStyle(canvas).visibility === 'hidden' };
    });
    await this.page.emulateMedia({ media: 'screen' });
    await this.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    return read;
  }

  /** Draws a rectangle by its corners as shares of the map's width and height; clear of what lies on the map (legend, jumps). */
  async drawRectangle(left: number, top: number, right: number, bottom: number): Promise<void> {
    await this.page.getByRole('complementary', { name: 'Filters' }).getByRole('button', { name: /^Draw/ }).click();
    await this.page.getByText(/^Click to add corners/).waitFor();
    const box = await this.#canvas.boundingBox();
    if (box === null) throw new Error('The map is not on screen');
    const corners = [[left, top], [right, top], [right, bottom], [left, bottom], [left, bottom]] as const;
    for (const [x, y] of corners) {
      await this.page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 3 });
      await this.page.mouse.down();
      await this.page.mouse.up();
      // A hand is slower than the map's frames.
      await settled(this.page);
    }
    await this.page.getByText(/^Click to add corners/).waitFor({ state: 'detached' });
    await settled(this.page);
  }

  async canvasHasFocus(): Promise<boolean> {
    return this.#canvas.evaluate((canvas) => canvas === document.activeElement);
  }

  /** Until the map's code has come and its canvas is there. */
  async waitUntilDrawn(): Promise<void> {
    await this.#canvas.waitFor();
  }

  /** Pixels of the map's width. */
  async width(): Promise<number> {
    await this.waitUntilDrawn();
    return (await this.#canvas.boundingBox())?.width ?? 0;
  }

  async openLayers(): Promise<void> {
    await this.#stage.getByRole('button', { name: /^Layers/ }).click();
    await this.page.getByRole('dialog').waitFor();
  }

  /** Where there is little room the legend folds to a button. */
  async #openLegend(): Promise<void> {
    const folded = this.#stage.getByRole('button', { name: /^(Show )?legend$/i, expanded: false });
    const line = this.#legendButtons().first();
    await folded.or(line).first().waitFor();
    if (await folded.isVisible()) await folded.click();
    await line.waitFor();
  }

  #legendButtons(): Locator {
    return this.#stage.getByRole('region', { name: /^Legend/ }).getByRole('button', { name: /[\d,]+ areas?$/ });
  }
}
