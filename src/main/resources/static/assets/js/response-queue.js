const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 15_000;

/**
 * Sends responses to the server, one after the other, until each is acknowledged. What waits is kept in the
 * browser's storage too, so that a reload loses nothing.
 */
export class ResponseQueue {
  #waiting = new Map(); // position -> {answer, flagged, sequence}
  #visits = new Set();
  #address;
  #csrf;
  #clock;
  #store;
  #running = null;
  #retry = FIRST_RETRY;
  #wake = null;

  constructor({ address, csrf, clock, onState, onSettled, onEnded }) {
    this.#address = address;
    this.#csrf = csrf;
    this.#clock = clock;
    this.onState = onState;
    this.onSettled = onSettled;
    this.onEnded = onEnded;
    this.#store = `rehearsal:${address}`;
    clock.onReading((reading) => { this.#csrf = reading.csrf; if (!reading.inProgress) this.#ended(); });
    addEventListener('online', () => this.#wake?.());
  }

  get size() { return this.#waiting.size; }

  /** What was waiting when the page was last closed. */
  kept() {
    try {
      return Object.entries(JSON.parse(localStorage.getItem(this.#store) ?? '{}')).map(([position, save]) => ({ position: Number(position), ...save }));
    } catch {
      return [];
    }
  }

  put(position, save) {
    this.#waiting.set(position, save);
    this.#keep();
    this.#run();
  }

  visit(position) {
    this.#visits.add(position);
    this.#run();
  }

  /** Resolves when nothing waits any more. */
  async drained() {
    while (this.#running) await this.#running;
  }

  #keep() {
    try {
      if (this.#waiting.size) localStorage.setItem(this.#store, JSON.stringify(Object.fromEntries(this.#waiting)));
      else localStorage.removeItem(this.#store);
    } catch {
      // A full or forbidden storage costs the second copy only.
    }
  }

  #run() {
    this.onState({ waiting: this.#waiting.size, failing: this.#retry > FIRST_RETRY });
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      if (this.#waiting.size || this.#visits.size) this.#run(); // came in the very moment of finishing
    });
  }

  async #work() {
    while (this.#waiting.size || this.#visits.size) {
      const sent = this.#waiting.size ? await this.#sendNext() : await this.#visitNext();
      if (sent) {
        this.#retry = FIRST_RETRY;
      } else {
        this.#retry = Math.min(LONGEST_RETRY, this.#retry * 2);
        this.onState({ waiting: this.#waiting.size, failing: true });
        await new Promise((resolve) => { this.#wake = resolve; setTimeout(resolve, this.#retry / 2); });
      }
      this.onState({ waiting: this.#waiting.size, failing: !sent });
    }
  }

  async #sendNext() {
    const [position, save] = this.#waiting.entries().next().value;
    const body = new URLSearchParams({ sequence: save.sequence, flagged: save.flagged });
    for (const part of save.answer) body.append('answer', part);
    const response = await this.#post(`${this.#address}/items/${position}`, body);
    if (!response) return false;
    const saved = await response.json().catch(() => null);
    if (!saved?.outcome) return false;
    if (this.#waiting.get(position) === save || !['recorded', 'unchanged'].includes(saved.outcome)) this.#waiting.delete(position);
    this.#keep();
    if (['too-late', 'already-submitted'].includes(saved.outcome)) this.#ended();
    else this.onSettled(position, saved);
    return true;
  }

  async #visitNext() {
    const [position] = this.#visits;
    this.#visits.delete(position);
    await this.#post(`${this.#address}/items/${position}/visit`, new URLSearchParams());
    return true; // Worth one try: an answer to the item says as much.
  }

  async #post(address, body) {
    try {
      const response = await fetch(address, { method: 'POST', body, keepalive: true, headers: { Accept: 'application/json', 'X-XSRF-TOKEN': this.#csrf } });
      if (response.status === 403) {
        await this.#clock.resynchronise(); // brings a fresh token
        return null;
      }
      return response.status >= 500 ? null : response;
    } catch {
      return null;
    }
  }

  #ended() {
    this.#waiting.clear();
    this.#visits.clear();
    this.#keep();
    this.onEnded();
  }
}
