// @ts-check
// Keeping what is typed: saved when the hands rest, one saving after the other, and what was typed
// meanwhile is saved next. A saving that failed is tried again with the next one.

export class Saver {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #unsaved = false;
  /** @type {Promise<boolean> | null} */
  #work = null;

  /**
   * @param {() => Promise<boolean>} save saves what stands there now; whether it could
   * @param {number} quietMs so long nothing may be typed before it is saved
   */
  constructor(save, quietMs) {
    this.save = save;
    this.quietMs = quietMs;
  }

  /** Whether something was typed that is not saved yet. */
  get unsaved() {
    return this.#unsaved || this.#work !== null;
  }

  /** Something was typed. */
  touch() {
    this.#unsaved = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.quietMs);
  }

  /**
   * Saves at once what is not saved yet.
   * @returns {Promise<boolean>} whether everything typed up to now is saved
   */
  flush() {
    clearTimeout(this.#timer);
    if (this.#work === null && this.#unsaved) {
      this.#work = this.#run();
    }
    return this.#work ?? Promise.resolve(true);
  }

  /** Forgets what is not saved: the draft is gone. */
  async stop() {
    clearTimeout(this.#timer);
    this.#unsaved = false;
    await this.#work;
    this.#unsaved = false;
  }

  async #run() {
    let saved = true;
    while (this.#unsaved && saved) {
      this.#unsaved = false;
      saved = await this.save();
    }
    this.#unsaved ||= !saved;
    this.#work = null;
    return saved;
  }
}
