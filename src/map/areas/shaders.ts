/**
 * The graphics card's programs. The areas are drawn in two steps. First, only when camera or areas change: into a texture
 * as large as the map, which area each pixel belongs to (red, green, blue: its number + 1) and how much of a line covers it
 * (alpha). Then, for every frame: each pixel looks its area's colour and pattern up. So a change of classes costs the same
 * for three hundred areas and for tens of thousands.
 */

const HEAD = '#version 300 es\nprecision highp float;\nprecision highp int;\n';
/** What a texel of the looks says, see AreaLooks. */
const LOOK = `
uniform sampler2D u_looks;
ivec4 lookOf(int area) { return ivec4(texelFetch(u_looks, ivec2(area & 255, area >> 8), 0) * 255.0 + 0.5); }
`;

export const WHOSE = {
  vertex: `${HEAD}
uniform mat4 u_matrix;
in vec2 a_position;
in uint a_area;
flat out vec3 v_number;
void main() {
  uint number = a_area + 1u;
  v_number = vec3(float(number & 255u), float((number >> 8) & 255u), float((number >> 16) & 255u)) / 255.0;
  gl_Position = u_matrix * vec4(a_position, 0.0, 1.0);
}`,
  fragment: `${HEAD}
flat in vec3 v_number;
out vec4 colour;
void main() { colour = vec4(v_number, 0.0); }`,
};

/** A side of a ring as a strip with round ends; `v_reach` is where in it a pixel lies, in pixels along and across. */
const SIDE = `
uniform mat4 u_matrix;
uniform vec2 u_size;
uniform float u_half;
in vec4 a_side;
in float a_along;
out vec2 v_reach;
out float v_length;
vec2 onScreen(vec2 at) { vec4 clip = u_matrix * vec4(at, 0.0, 1.0); return clip.xy / clip.w * 0.5 * u_size; }
void placeSide() {
  vec2 from = onScreen(a_side.xy);
  vec2 to = onScreen(a_side.zw);
  float length = max(distance(from, to), 0.0001);
  vec2 along = (to - from) / length;
  float reach = u_half + 1.0;
  vec2 corner = vec2((gl_VertexID & 1) == 0 ? -reach : length + reach, (gl_VertexID & 2) == 0 ? -reach : reach);
  v_reach = corner;
  v_length = length;
  gl_Position = vec4((from + along * corner.x + vec2(-along.y, along.x) * corner.y) / (0.5 * u_size), 0.0, 1.0);
}`;
const COVERAGE = `
uniform float u_half;
in vec2 v_reach;
in float v_length;
float coverage() {
  float beyond = max(max(-v_reach.x, v_reach.x - v_length), 0.0);
  return clamp(u_half + 0.5 - length(vec2(beyond, v_reach.y)), 0.0, 1.0);
}`;

export const LINE = {
  vertex: `${HEAD}${SIDE}
void main() { placeSide(); }`,
  fragment: `${HEAD}${COVERAGE}
out vec4 colour;
void main() { colour = vec4(0.0, 0.0, 0.0, coverage()); }`,
};

/** Outlines of areas without data: `u_dash` is one dash and one gap, pixels; no dash wipes out the lines below. */
export const DASHES = {
  vertex: `${HEAD}${SIDE}
uniform float u_perUnit;
out float v_along;
void main() {
  placeSide();
  v_along = a_along * u_perUnit + v_reach.x;
}`,
  fragment: `${HEAD}${COVERAGE}
uniform vec2 u_dash;
uniform vec3 u_colour;
uniform float u_strength;
in float v_along;
out vec4 colour;
void main() {
  float drawn = u_dash.x > 0.0 && mod(v_along, u_dash.x + u_dash.y) > u_dash.x ? 0.0 : 1.0;
  float alpha = coverage() * u_strength * drawn;
  colour = vec4(u_colour * alpha, alpha);
}`,
};

export const SHADE = {
  vertex: `${HEAD}
uniform mat4 u_matrix;
uniform vec4 u_box;
uniform vec2 u_margin;
void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
  vec4 clip = u_matrix * vec4(mix(u_box.xy, u_box.zw, corner), 0.0, 1.0);
  vec2 outwards = (corner * 2.0 - 1.0) * vec2(1.0, -1.0);
  gl_Position = vec4(clamp(clip.xy / clip.w + outwards * u_margin, -1.0, 1.0), 0.0, 1.0);
}`,
  fragment: `${HEAD}${LOOK}
uniform sampler2D u_whose;
uniform sampler2D u_colours;
uniform sampler2D u_hatch;
uniform sampler2D u_dots;
uniform sampler2D u_cross;
uniform vec4 u_line;
uniform vec2 u_anchor;
uniform float u_scale;
out vec4 colour;
void main() {
  vec4 whose = texelFetch(u_whose, ivec2(gl_FragCoord.xy), 0);
  ivec3 bytes = ivec3(whose.rgb * 255.0 + 0.5);
  int number = bytes.r | (bytes.g << 8) | (bytes.b << 16);
  float line = whose.a * u_line.a;
  if (number == 0) {
    if (line == 0.0) discard;
    colour = vec4(u_line.rgb * line, line);
    return;
  }
  ivec4 look = lookOf(number - 1);
  vec3 fill = texelFetch(u_colours, ivec2(look.r, 0), 0).rgb;
  int pattern = look.g & 3;
  if (pattern != 0) {
    vec2 at = (vec2(gl_FragCoord.x, -gl_FragCoord.y) - u_anchor) / u_scale;
    vec4 mark = pattern == 1 ? textureLod(u_hatch, at / vec2(textureSize(u_hatch, 0)), 0.0)
      : pattern == 2 ? textureLod(u_dots, at / vec2(textureSize(u_dots, 0)), 0.0) : textureLod(u_cross, at / vec2(textureSize(u_cross, 0)), 0.0);
    fill = mix(fill, vec3(0.0), mark.a * float(look.b) / 255.0) + mark.rgb * float(look.b) / 255.0;
  }
  colour = vec4(mix(fill, u_line.rgb, line), 1.0);
}`,
};

/** Triangles and numerals: one point for each area, moved out of sight where its area has none or is too narrow for it. */
export const SYMBOLS = {
  vertex: `${HEAD}${LOOK}
uniform mat4 u_matrix;
uniform float u_zoom;
uniform float u_digitLater;
uniform float u_pointSize;
in vec2 a_position;
in float a_fit;
flat out float v_cell;
flat out float v_strength;
void main() {
  ivec4 look = lookOf(gl_VertexID);
  int symbol = (look.g >> 2) & 7;
  bool shown = symbol > 0 && u_zoom >= a_fit + (symbol > 2 ? u_digitLater : 0.0);
  v_cell = float(symbol - 1);
  v_strength = float(look.b) / 255.0;
  gl_Position = shown ? u_matrix * vec4(a_position, 0.0, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = u_pointSize;
}`,
  fragment: `${HEAD}
uniform sampler2D u_symbols;
uniform float u_cells;
flat in float v_cell;
flat in float v_strength;
out vec4 colour;
void main() {
  vec4 mark = texture(u_symbols, vec2((v_cell + gl_PointCoord.x) / u_cells, gl_PointCoord.y));
  colour = mark * v_strength;
}`,
};
