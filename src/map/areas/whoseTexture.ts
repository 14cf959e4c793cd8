/** The first step of drawing the areas: which area each pixel of the map belongs to, and how much of a line covers it. */
import type { AreaMesh } from './areaMesh.ts';
import { NUMBERS_OF_SIDE } from './areaMesh.ts';
import { type Block, blocksOf, runsIn } from './blocks.ts';
import { type Gl, makeBuffer, makeProgram, makeTable, type Program } from './gl.ts';
import { LINE, WHOSE } from './shaders.ts';
import { sameView, type View } from './view.ts';

const SIDE_BYTES = NUMBERS_OF_SIDE * 4;

export class WhoseTexture {
  readonly #gl: Gl;
  readonly #fill: Program;
  readonly #line: Program;
  readonly #mesh: AreaMesh;
  readonly #blocks: readonly Block[];
  readonly #filled: WebGLVertexArrayObject;
  readonly #sided: WebGLVertexArrayObject;
  readonly #buffers: readonly WebGLBuffer[];
  readonly #sides: WebGLBuffer;
  readonly #frame: WebGLFramebuffer;
  #texture: WebGLTexture | null = null;
  #view: View | null = null;
  #lineWidth = 0;

  constructor(gl: Gl, mesh: AreaMesh) {
    this.#gl = gl;
    this.#mesh = mesh;
    this.#blocks = blocksOf(mesh);
    this.#fill = makeProgram(gl, WHOSE);
    this.#line = makeProgram(gl, LINE);
    this.#frame = gl.createFramebuffer();
    this.#filled = gl.createVertexArray();
    gl.bindVertexArray(this.#filled);
    const positions = makeBuffer(gl, new Float32Array(mesh.positions));
    gl.enableVertexAttribArray(this.#fill.attribute('a_position'));
    gl.vertexAttribPointer(this.#fill.attribute('a_position'), 2, gl.FLOAT, false, 0, 0);
    const owners = makeBuffer(gl, new Uint32Array(mesh.owners));
    gl.enableVertexAttribArray(this.#fill.attribute('a_area'));
    gl.vertexAttribIPointer(this.#fill.attribute('a_area'), 1, gl.UNSIGNED_INT, 0, 0);
    const triangles = makeBuffer(gl, new Uint32Array(mesh.triangles), gl.ELEMENT_ARRAY_BUFFER);
    this.#sided = gl.createVertexArray();
    gl.bindVertexArray(this.#sided);
    this.#sides = makeBuffer(gl, new Float32Array(mesh.sides));
    this.#buffers = [positions, owners, triangles, this.#sides];
    gl.bindVertexArray(null);
  }

  get texture(): WebGLTexture | null {
    return this.#texture;
  }

  /** Draws anew where the camera or the lines' width (device pixels, 0 for none) is another. */
  update(view: View, lineWidth: number): void {
    if (lineWidth === this.#lineWidth && sameView(this.#view, view)) return;
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#frame);
    if (this.#texture === null || this.#view?.width !== view.width || this.#view.height !== view.height) this.#resize(view);
    [this.#view, this.#lineWidth] = [view, lineWidth];
    gl.viewport(0, 0, view.width, view.height);
    gl.disable(gl.BLEND);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.disable(gl.SCISSOR_TEST);
    gl.disable(gl.CULL_FACE);
    gl.colorMask(true, true, true, true);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.useProgram(this.#fill.program);
    gl.uniformMatrix4fv(this.#fill.uniform('u_matrix'), false, view.matrix);
    gl.bindVertexArray(this.#filled);
    for (const [from, to] of runsIn(this.#blocks, 'triangles', view.box)) gl.drawElements(gl.TRIANGLES, to - from, gl.UNSIGNED_INT, from * 4);
    if (lineWidth > 0) this.#drawLines(view, lineWidth);
    gl.bindVertexArray(null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  }

  /** Sides of the areas in sight. */
  sidesInSight(view: View): number {
    return runsIn(this.#blocks, 'sides', view.box).reduce((sum, [from, to]) => sum + to - from, 0);
  }

  /** Draws the sides of an area with the program in use, which has placed its uniforms. */
  drawSides(program: Program, [from, to]: readonly [number, number]): void {
    const gl = this.#gl;
    gl.bindVertexArray(this.#sided);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#sides);
    const [side, along] = [program.attribute('a_side'), program.attribute('a_along')];
    gl.enableVertexAttribArray(side);
    gl.vertexAttribPointer(side, 4, gl.FLOAT, false, SIDE_BYTES, from * SIDE_BYTES);
    gl.vertexAttribDivisor(side, 1);
    if (along >= 0) {
      gl.enableVertexAttribArray(along);
      gl.vertexAttribPointer(along, 1, gl.FLOAT, false, SIDE_BYTES, from * SIDE_BYTES + 16);
      gl.vertexAttribDivisor(along, 1);
    }
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, to - from);
  }

  sidesOf(area: number): readonly [number, number] | null {
    return this.#mesh.spans.get(area)?.sides ?? null;
  }

  remove(): void {
    const gl = this.#gl;
    for (const buffer of this.#buffers) gl.deleteBuffer(buffer);
    for (const { program } of [this.#fill, this.#line]) gl.deleteProgram(program);
    gl.deleteVertexArray(this.#filled);
    gl.deleteVertexArray(this.#sided);
    gl.deleteFramebuffer(this.#frame);
    gl.deleteTexture(this.#texture);
  }

  /** Only the alpha of a pixel, and the most that any line gives it: where lines meet they do not add up. */
  #drawLines(view: View, lineWidth: number): void {
    const gl = this.#gl;
    gl.colorMask(false, false, false, true);
    gl.enable(gl.BLEND);
    gl.blendEquation(gl.MAX);
    gl.useProgram(this.#line.program);
    gl.uniformMatrix4fv(this.#line.uniform('u_matrix'), false, view.matrix);
    gl.uniform2f(this.#line.uniform('u_size'), view.width, view.height);
    gl.uniform1f(this.#line.uniform('u_half'), lineWidth / 2);
    for (const run of runsIn(this.#blocks, 'sides', view.box)) this.drawSides(this.#line, run);
    gl.colorMask(true, true, true, true);
    gl.blendEquation(gl.FUNC_ADD);
  }

  #resize({ width, height }: View): void {
    const gl = this.#gl;
    gl.deleteTexture(this.#texture);
    this.#texture = makeTable(gl, width, height, null);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, this.#texture, 0);
  }
}
