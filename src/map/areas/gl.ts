/** The few calls of WebGL 2 that the areas need, with their errors said. */
import type { Pixels } from '../scale/images.ts';

export type Gl = WebGL2RenderingContext;

export interface Program {
  readonly program: WebGLProgram;
  /** Position of a uniform; null (which WebGL ignores) where the program does not use it. */
  uniform(name: string): WebGLUniformLocation | null;
  attribute(name: string): number;
}

/** Throws with the driver's words where a shader does not compile or link. */
export function makeProgram(gl: Gl, { vertex, fragment }: { readonly vertex: string; readonly fragment: string }): Program {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]] as const) {
    const shader = gl.createShader(type);
    if (shader === null) throw new Error('The graphics card takes no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost()) throw new Error(`The areas' shader failed: ${gl.getProgramInfoLog(program) ?? ''}`);
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform: (name) => {
      const known = places.get(name);
      if (known !== undefined) return known;
      const place = gl.getUniformLocation(program, name);
      places.set(name, place);
      return place;
    },
    attribute: (name) => gl.getAttribLocation(program, name),
  };
}

/** Whether the processor does the graphics card's work, by what the driver calls itself. */
export function drawsInSoftware(gl: Gl): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = gl.getParameter(names === null ? gl.RENDERER : names.UNMASKED_RENDERER_WEBGL);
  return typeof renderer === 'string' && /swiftshader|llvmpipe|softpipe|software|basic render/i.test(renderer);
}

export function makeBuffer(gl: Gl, data: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>, target: number = gl.ARRAY_BUFFER): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindBuffer(target, buffer);
  gl.bufferData(target, data, gl.STATIC_DRAW);
  return buffer;
}

/** Four bytes a texel, read one by one (no blending of neighbours). */
export function makeTable(gl: Gl, width: number, height: number, bytes: Uint8Array | null): WebGLTexture {
  const texture = bindNew(gl, gl.NEAREST, gl.CLAMP_TO_EDGE);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
  return texture;
}

/** A picture, its colours multiplied by how far they cover, so that they can be blended. */
export function makePicture(gl: Gl, { width, height, data }: Pixels, wrap: number): WebGLTexture {
  const texture = bindNew(gl, gl.LINEAR, wrap);
  const multiplied = data.map((value, index) => (index % 4 === 3 ? value : (value * (data[index - (index % 4) + 3] ?? 0)) / 255));
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(multiplied));
  return texture;
}

function bindNew(gl: Gl, filter: number, wrap: number): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, wrap);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, wrap);
  return texture;
}

/** Binds a texture to a unit for a sampler of the program in use. */
export function bindTexture(gl: Gl, program: Program, name: string, unit: number, texture: WebGLTexture): void {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.uniform1i(program.uniform(name), unit);
}
