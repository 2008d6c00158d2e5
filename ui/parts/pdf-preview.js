// @ts-check
// Pages of a PDF drawn by pdf.js, one at a time, as wide as the desk or as a whole.

/**
 * @typedef {object} PdfPage
 * @property {(how: { scale: number }) => { width: number, height: number }} getViewport
 * @property {(how: object) => { promise: Promise<void>, cancel: () => void }} render
 */

/**
 * @typedef {object} PdfDocument
 * @property {number} numPages
 * @property {(number: number) => Promise<PdfPage>} getPage
 */

/**
 * @typedef {object} PdfTask
 * @property {Promise<PdfDocument>} promise
 * @property {() => Promise<void>} destroy
 */

/**
 * @typedef {object} PdfLibrary
 * @property {{ workerSrc: string }} GlobalWorkerOptions
 * @property {(what: object) => PdfTask} getDocument
 */

const FOLDER = new URL("../vendor/pdfjs-dist/", import.meta.url).href;
/** The page is never wider than this, so that its text is not larger than that of the window. */
const WIDEST = 860;
const MARGIN = 24;

/** @type {Promise<PdfLibrary> | undefined} */
let loading;

/** @returns {Promise<PdfLibrary>} */
async function library() {
  loading ??= import(`${FOLDER}pdf.min.mjs`);
  const pdf = await loading;
  pdf.GlobalWorkerOptions.workerSrc = `${FOLDER}pdf.worker.min.mjs`;
  return pdf;
}

export class PdfPreview {
  page = 0;
  pages = 0;
  whole = false;
  /** @type {PdfDocument | null} */
  #document = null;
  /** @type {PdfTask | null} */
  #task = null;
  /** @type {HTMLCanvasElement | null} */
  #canvas = null;
  /** @type {{ cancel: () => void } | null} */
  #drawing = null;
  #closed = false;
  #watch = new ResizeObserver(() => void this.draw());

  /** @param {() => void} turned called when another page is shown */
  constructor(turned) {
    this.turned = turned;
  }

  /** @param {Element | null} canvas where pages are drawn */
  attach(canvas) {
    if (canvas === this.#canvas) {
      return;
    }
    this.#watch.disconnect();
    this.#canvas = canvas instanceof HTMLCanvasElement ? canvas : null;
    if (this.#canvas?.parentElement) {
      this.#watch.observe(this.#canvas.parentElement);
    }
  }

  /** @param {ArrayBuffer} bytes */
  async load(bytes) {
    const { getDocument } = await library();
    const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false });
    const opened = await task.promise;
    if (this.#closed) {
      void task.destroy();
      return;
    }
    this.#drawing?.cancel();
    void this.#task?.destroy();
    this.#task = task;
    this.#document = opened;
    this.page = 1;
    this.pages = opened.numPages;
    await this.draw();
  }

  /** @param {1 | -1} step */
  turn = (step) => {
    const next = this.page + step;
    if (next >= 1 && next <= this.pages) {
      this.page = next;
      this.turned();
      this.#canvas?.parentElement?.scrollTo(0, 0);
      void this.draw();
    }
  };

  zoom = () => {
    this.whole = !this.whole;
    this.turned();
    void this.draw();
  };

  async draw() {
    const canvas = this.#canvas;
    const desk = canvas?.parentElement;
    if (this.#document === null || !canvas || !desk || desk.clientWidth === 0) {
      return;
    }
    this.#drawing?.cancel();
    const page = await this.#document.getPage(this.page);
    const size = page.getViewport({ scale: 1 });
    const width = Math.min(WIDEST, desk.clientWidth - 2 * MARGIN) / size.width;
    const height = (desk.clientHeight - 2 * MARGIN) / size.height;
    const scale = this.whole ? Math.min(width, height) : width;
    const ratio = window.devicePixelRatio;
    const viewport = page.getViewport({ scale: scale * ratio });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${Math.floor(viewport.width / ratio)}px`;
    canvas.style.height = `${Math.floor(viewport.height / ratio)}px`;
    const drawing = page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport });
    this.#drawing = drawing;
    try {
      await drawing.promise;
      canvas.dataset.drawn = String(this.page);
    } catch {
      // Cancelled: a later page or size is being drawn.
    }
  }

  close() {
    this.#closed = true;
    this.#watch.disconnect();
    this.#drawing?.cancel();
    void this.#task?.destroy();
    this.#task = null;
    this.#document = null;
  }
}
