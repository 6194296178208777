import * as api from "./api.js";

/** What the page knows of the simulated source; tells its listeners whenever that changes. */
export class SourceStore extends EventTarget {
  source = { settings: {}, stored: {}, state: null, problems: [] };
  patches = [];
  chosen = {};
  inputs = {};
  #following = null;

  #take(source) {
    this.before = this.source;
    this.source = source;
    this.dispatchEvent(new Event("change"));
  }

  async load() {
    this.#take(await api.get("source"));
    await this.#loadInputs();
  }

  /** Loads the source soon, once however often this is called meanwhile. */
  follow() {
    this.#following ??= this.load().finally(() => {
      this.#following = null;
    });
  }

  async #loadInputs() {
    this.inputs = await api.post("inputs", this.chosen);
    this.dispatchEvent(new Event("inputs"));
  }

  async configure(settings) {
    this.#take(await api.put("source/config", settings));
    await this.#loadInputs();
  }

  /** Takes notice of a patch that the server applied, or that the platform would refuse. */
  patched(operations, refused) {
    this.patches.unshift({ operations, refused: refused ?? null });
    this.dispatchEvent(new Event("change"));
  }

  async forget() {
    this.patches = [];
    this.#take(await api.remove("source/stored"));
    await this.#loadInputs();
  }

  /** Has the example inputs name this object, an output of a list. */
  async choose(kind, object) {
    this.chosen = { ...this.chosen, [kind]: object };
    await this.#loadInputs();
  }
}
