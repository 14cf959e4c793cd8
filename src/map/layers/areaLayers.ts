/**
 * Layers that show the areas. Colour, pattern and outline follow feature state, which the painter sets:
 * `fill` (see fillCode), `pattern` (0 none, 1 hatch, 2 dots, 3 cross), `strength` (0-1, of pattern and symbol), `dashed`;
 * on the inside points `symbol` (0 none, otherwise position in AREA_SYMBOLS + 1) and `strength`.
 *
 * Without a graphics card every layer over all areas costs a frame some 30 ms, so there are few, fills are
 * opaque (faint colours are mixed beforehand), and those that nothing needs are switched off.
 */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { ColourToken, Palette } from '../scale/colours.ts';
import { COLOUR_TOKENS, mix } from '../scale/colours.ts';
import { AREA_SYMBOLS } from './legend.ts';

export const AREA_SOURCE = 'areas';
export const AREA_POINT_SOURCE = 'area-points';
/** Hovered and selected areas once more, so that outlines cost nothing for the others. */
export const OUTLINE_SOURCE = 'outlined-areas';
/** The layer asked for areas under the pointer. */
export const AREA_HIT_LAYER = 'areas-fill';
/** How much of an area's own colour is left outside the chosen places. */
export const DIMMED_STRENGTH = 0.28;

const state = (name: string, fallback: number | boolean): ExpressionSpecification => ['coalesce', ['feature-state', name], fallback];
const is = (name: string, value: number | boolean): ExpressionSpecification => ['==', state(name, typeof value === 'number' ? 0 : false), value];
const strengthWhere = (condition: ExpressionSpecification): ExpressionSpecification => ['case', condition, state('strength', 1), 0];

/** Code of a colour in feature state: its position in COLOUR_TOKENS, the dimmed ones after all others. */
export function fillCode(token: ColourToken, dimmed: boolean): number {
  return COLOUR_TOKENS.indexOf(token) + (dimmed ? COLOUR_TOKENS.length : 0);
}

function fillColour(palette: Palette): ExpressionSpecification {
  const full = COLOUR_TOKENS.map((token) => palette.fill[token]);
  const colours = [...full, ...full.map((colour) => mix(colour, palette.fill.plain, DIMMED_STRENGTH))];
  const [first = palette.fill.plain, ...others] = colours;
  return ['match', state('fill', 0), 0, first, ...others.flatMap((colour, index) => [index + 1, colour]), palette.fill.plain];
}

/** From the colours to the lines that separate them. */
export function areaLayers(palette: Palette): LayerSpecification[] {
  const { mark } = palette;
  return [
    { id: AREA_HIT_LAYER, type: 'fill', source: AREA_SOURCE, paint: { 'fill-color': fillColour(palette), 'fill-antialias': false } },
    { id: 'areas-hatch', type: 'fill', source: AREA_SOURCE, paint: { 'fill-pattern': 'hatch', 'fill-opacity': strengthWhere(is('pattern', 1)), 'fill-antialias': false } },
    { id: 'areas-dots', type: 'fill', source: AREA_SOURCE, paint: { 'fill-pattern': 'dots', 'fill-opacity': strengthWhere(is('pattern', 2)), 'fill-antialias': false } },
    { id: 'areas-cross', type: 'fill', source: AREA_SOURCE, paint: { 'fill-pattern': 'cross', 'fill-opacity': strengthWhere(is('pattern', 3)), 'fill-antialias': false } },
    {
      id: 'areas-separator', type: 'line', source: AREA_SOURCE, layout: { 'line-join': 'round' },
      paint: { 'line-color': mark.separator, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.4, 10, 0.8, 12, 1.2] },
    },
  ];
}

/** Thin dark lines round every area: the "LSOA boundaries" overlay, in place of the separators. */
export function boundaryLayer(palette: Palette): LayerSpecification {
  return {
    id: 'areas-boundary', type: 'line', source: AREA_SOURCE, layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.mark.boundary, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 10, 0.6, 13, 1.1] },
  };
}

/** A dashed outline round areas without data; the wider line below wipes out the lines it runs along. */
export function noDataLayers({ mark, fill }: Palette): LayerSpecification[] {
  const shown = strengthWhere(is('dashed', true));
  return [
    { id: 'areas-no-data-casing', type: 'line', source: AREA_SOURCE, paint: { 'line-color': fill['no-data'], 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1, 12, 2.6], 'line-opacity': shown } },
    { id: 'areas-no-data', type: 'line', source: AREA_SOURCE, paint: { 'line-color': mark.noDataLine, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.8, 12, 1.4], 'line-dasharray': [2.5, 2], 'line-opacity': shown } },
  ];
}

/** Zooms that an area's number waits longer than a triangle would: two side by side must not read as one number. */
export const DIGIT_LATER = 0.6;

/** Triangles and digits, each from the zoom at which its area holds it (`fit`; filters see whole zooms only, so never too early). */
export function symbolLayers(): LayerSpecification[] {
  return AREA_SYMBOLS.map((image, index) => ({
    id: `areas-${image}`, type: 'symbol', source: AREA_POINT_SOURCE,
    filter: ['>=', ['zoom'], ['+', ['get', 'fit'], image.startsWith('digit') ? DIGIT_LATER : 0]],
    layout: { 'icon-image': image, 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-size': ['interpolate', ['linear'], ['zoom'], 8, 0.65, 9, 0.75, 13, 1.2] },
    paint: { 'icon-opacity': strengthWhere(is('symbol', index + 1)) },
  }));
}

/** Hovered and selected areas (`role`): casing, then orange with a dark line in its middle, or a plain line for the hovered. */
export function outlineLayers(palette: Palette): LayerSpecification[] {
  const { focus, focusInner, label, labelHalo } = palette.mark;
  return [
    outline('selected', 'casing', labelHalo, 7), outline('selected', 'outer', focus, 4.5), outline('selected', 'inner', focusInner, 1.2),
    outline('hovered', 'casing', labelHalo, 4.5), outline('hovered', 'outer', label, 2),
  ];
}

function outline(role: 'hovered' | 'selected', part: string, colour: string, width: number): LayerSpecification {
  return {
    id: `${role}-${part}`, type: 'line', source: OUTLINE_SOURCE, filter: ['==', ['get', 'role'], role],
    layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': colour, 'line-width': width },
  };
}

/** Layers that only some paints need: what each shows. */
export const OPTIONAL_LAYERS = {
  'hatch': ['areas-hatch'], 'cross': ['areas-cross'], 'dots': ['areas-dots'], 'dashed': ['areas-no-data-casing', 'areas-no-data'],
  'triangle-up': ['areas-triangle-up'], 'triangle-down': ['areas-triangle-down'],
  'digit-1': ['areas-digit-1'], 'digit-2': ['areas-digit-2'], 'digit-3': ['areas-digit-3'], 'digit-4': ['areas-digit-4'], 'digit-5': ['areas-digit-5'],
} as const;
export type OptionalLook = keyof typeof OPTIONAL_LAYERS;
export const OPTIONAL_LOOKS: readonly OptionalLook[] = ['hatch', 'cross', 'dots', 'dashed', ...AREA_SYMBOLS];
