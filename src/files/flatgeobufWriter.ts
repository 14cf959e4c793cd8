import { Builder } from 'flatbuffers';
import { Column } from 'flatgeobuf/lib/mjs/flat-geobuf/column.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { Crs } from 'flatgeobuf/lib/mjs/flat-geobuf/crs.js';
import type { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { Header } from 'flatgeobuf/lib/mjs/flat-geobuf/header.js';
import { buildFeature, type IProperties, type JsonValue } from 'flatgeobuf/lib/mjs/generic/feature.js';
import type { ColumnMeta } from 'flatgeobuf/lib/mjs/column-meta.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Geometry } from 'geojson';
import { NODE_SIZE, packIndex } from './flatgeobufIndex.ts';
import { flatGeometry, geometryBox, layerGeometryType } from './flatgeobufGeometry.ts';
import { emptyBox, extendBox, hilbertOrder, type Box } from './hilbert.ts';

/** "fgb", version 3, "fgb", patch level 1. */
export const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 1);

export type LayerColumnType = 'string' | 'double' | 'int' | 'bool' | 'json';

export interface LayerColumn {
  readonly name: string;
  readonly type: LayerColumnType;
}

export interface Layer {
  readonly name: string;
  readonly columns: readonly LayerColumn[];
  readonly features: readonly { readonly geometry: Geometry; readonly properties: Readonly<Record<string, unknown>> }[];
}

const COLUMN_TYPES: Record<LayerColumnType, ColumnType> = {
  string: ColumnType.String,
  double: ColumnType.Double,
  int: ColumnType.Int,
  bool: ColumnType.Bool,
  json: ColumnType.Json,
};

/**
 * A FlatGeobuf 3 file in EPSG:4326 with header envelope and packed Hilbert index; features stand in Hilbert order.
 * The same layer gives the same bytes. Polygons mixed with MultiPolygons become MultiPolygons; other mixtures are
 * written with geometry type Unknown. Heights are left out. A property that is null, undefined or NaN is not
 * written and reads back as missing. A layer without features has neither index nor envelope.
 * Throws on what a caller must not pass: empty or non-finite geometry, a value that does not fit its column.
 */
export function encodeFlatGeobuf(layer: Layer): Uint8Array {
  const type = layerGeometryType(layer.features.map((feature) => feature.geometry.type));
  const boxes = layer.features.map((feature, i) => geometryBox(feature.geometry, `feature ${i} of ${layer.name}`));
  const extent = emptyBox();
  for (const box of boxes) extendBox(extent, box);
  const meta = headerMeta(layer, type);
  let offset = 0;
  const items: { box: Box; offset: number }[] = [];
  const parts: Uint8Array[] = [];
  for (const i of hilbertOrder(boxes, extent)) {
    const feature = layer.features[i];
    const box = boxes[i];
    if (!feature || !box) continue;
    const properties = checkedProperties(feature.properties, layer, i);
    const bytes = buildFeature(flatGeometry(feature.geometry, type), properties, meta);
    items.push({ box, offset });
    parts.push(bytes);
    offset += bytes.length;
  }
  const header = buildHeader(layer, type, items.length === 0 ? null : extent);
  return concatenate([MAGIC, header, packIndex(items), ...parts]);
}

/** What the library's feature builder needs to know of the columns. */
function headerMeta(layer: Layer, geometryType: GeometryType): HeaderMeta {
  const columns = layer.columns.map(({ name, type }): ColumnMeta => ({
    name, type: COLUMN_TYPES[type], title: null, description: null, width: -1, precision: -1, scale: -1,
    nullable: true, unique: false, primary_key: false,
  }));
  return {
    geometryType, columns, envelope: null, featuresCount: layer.features.length, indexNodeSize: NODE_SIZE,
    crs: null, title: null, description: null, metadata: null,
  };
}

function buildHeader(layer: Layer, type: GeometryType, envelope: Box | null): Uint8Array {
  const builder = new Builder(1024);
  const columns = layer.columns.map((column) => {
    const name = builder.createString(column.name);
    Column.startColumn(builder);
    Column.addName(builder, name);
    Column.addType(builder, COLUMN_TYPES[column.type]);
    return Column.endColumn(builder);
  });
  const columnsOffset = Header.createColumnsVector(builder, columns);
  const organisation = builder.createString('EPSG');
  const crsName = builder.createString('WGS 84');
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, 4326);
  Crs.addName(builder, crsName);
  const crs = Crs.endCrs(builder);
  const envelopeOffset = envelope
    ? Header.createEnvelopeVector(builder, [envelope.minX, envelope.minY, envelope.maxX, envelope.maxY])
    : 0;
  const name = builder.createString(layer.name);
  Header.startHeader(builder);
  Header.addName(builder, name);
  if (envelope) Header.addEnvelope(builder, envelopeOffset);
  Header.addGeometryType(builder, type);
  Header.addColumns(builder, columnsOffset);
  Header.addFeaturesCount(builder, BigInt(layer.features.length));
  // The field's default is 16, so the library leaves that value out; 0 says that an empty layer has no index.
  Header.addIndexNodeSize(builder, envelope ? NODE_SIZE : 0);
  Header.addCrs(builder, crs);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}

function checkedProperties(properties: Readonly<Record<string, unknown>>, layer: Layer, feature: number): IProperties {
  const checked: IProperties = {};
  for (const { name, type } of layer.columns) {
    const value = checkedValue(properties[name], type);
    if (value === undefined) {
      throw new TypeError(`Feature ${feature} of ${layer.name}: ${JSON.stringify(properties[name])} does not fit column "${name}" (${type}).`);
    }
    checked[name] = value;
  }
  return checked;
}

/** The value as the column's type holds it; null where missing, undefined where it does not fit. */
function checkedValue(value: unknown, type: LayerColumnType): JsonValue | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return isJson(value) && FITS[type](value) ? value : undefined;
}

const FITS: Record<LayerColumnType, (value: JsonValue) => boolean> = {
  string: (value) => typeof value === 'string',
  bool: (value) => typeof value === 'boolean',
  double: (value) => typeof value === 'number',
  int: (value) => typeof value === 'number' && (value | 0) === value,
  json: () => true,
};

function isJson(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.values(value).every(isJson);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
