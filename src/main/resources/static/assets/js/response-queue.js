const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 15_000;
const TIMEOUT = 10_000;

/**
 * Sends responses to the server, one after the other, until each is acknowledged or refused. What waits is kept in
 * the browser's storage too, so that a reload loses nothing.
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

  /**
   * @param onState told {waiting, failing} whenever that changes
   * @param onSettled told (position, saved) when the server has stored a response or something newer
   * @param onRefused told (position) when a response can't be stored at all
   * @param onForeign called when the server says that this browser has no such exam
   * @param onEnded told (late) when the exam has ended: how many responses came too late
   */
  constructor({ address, csrf, clock, onState, onSettled, onRefused, onForeign, onEnded }) {
    Object.assign(this, { onState, onSettled, onRefused, onForeign, onEnded });
    this.#address = address;
    this.#csrf = csrf;
    this.#clock = clock;
    this.#store = `rehearsal:${address}:`;
    clock.onReading((reading) => {
      this.#csrf = reading.csrf;
      if (!reading.inProgress) this.#ended();
    });
    addEventListener('online', () => this.#wake?.());
  }

  get size() { return this.#waiting.size; }

  /** What was waiting when the page was last closed. */
  kept() {
    const saves = [];
    for (const key of this.#keptKeys()) {
      try {
        saves.push({ position: Number(key.slice(this.#store.length)), ...JSON.parse(localStorage.getItem(key)) });
      } catch {
        localStorage.removeItem(key);
      }
    }
    return saves;
  }

  put(position, save) {
    this.#waiting.set(position, save);
    this.#keep(position, save);
    this.#run();
  }

  visit(position) {
    this.#visits.delete(position);
    this.#visits.add(position); // the newest last: the server remembers where the candidate was
    this.#run();
  }

  /** Resolves when nothing waits any more. */
  async drained() {
    while (this.#running) await this.#running;
  }

  #keptKeys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#store));
    } catch {
      return []; // A forbidden storage costs the second copy only.
    }
  }

  #keep(position, save) {
    try {
      localStorage.setItem(this.#store + position, JSON.stringify(save));
    } catch {
      // So does a full one.
    }
  }

  /** Another tab may have put a newer save there. */
  #forget(position, save) {
    const key = this.#store + position;
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
      if (kept && kept.sequence <= save.sequence) localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  }

  #tell(failing) {
    this.onState({ waiting: this.#waiting.size, failing: failing && this.#waiting.size > 0 });
  }

  #run() {
    this.#tell(this.#retry > FIRST_RETRY);
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
        this.#tell(true);
        await new Promise((resolve) => { this.#wake = resolve; setTimeout(resolve, this.#retry / 2); });
      }
      this.#tell(!sent);
    }
  }

  async #sendNext() {
    const [position, save] = this.#waiting.entries().next().value;
    const body = new URLSearchParams({ sequence: save.sequence, flagged: save.flagged });
    for (const part of save.answer) body.append('answer', part);
    const response = await this.#post(`${this.#address}/items/${position}`, body);
    if (!response) return false;
    const saved = await response.json().catch(() => null);
    // Only the application's own word is final. Anything else comes from in between, and is worth trying again.
    if (!saved?.outcome) {
      if (saved?.status === 404) this.onForeign();
      return false;
    }
    const stored = ['recorded', 'unchanged'].includes(saved.outcome);
    // A save that came while this one was on its way is newer than what was stored, unless another tab was faster.
    if (!stored || this.#waiting.get(position) === save) this.#waiting.delete(position);
    this.#forget(position, save);
    if (['too-late', 'already-submitted'].includes(saved.outcome)) this.#ended(1);
    else if (stored || saved.outcome === 'out-of-sequence') this.onSettled(position, saved);
    else this.onRefused(position);
    return true;
  }

  async #visitNext() {
    const [position] = this.#visits;
    const response = await this.#post(`${this.#address}/items/${position}/visit`, new URLSearchParams());
    if (response) this.#visits.delete(position);
    return Boolean(response);
  }

  /** Resolves to an answer, or to null if there was none. */
  async #post(address, body) {
    try {
      const response = await fetch(address, { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout(TIMEOUT),
        headers: { Accept: 'application/json', 'X-XSRF-TOKEN': this.#csrf } });
      if (response.status === 403) await this.#clock.resynchronise(); // brings a fresh token
      return response.status >= 500 ? null : response;
    } catch {
      return null;
    }
  }

  /** What still waits, or was just refused, is not counted: the candidate is told how much that is. */
  #ended(refused = 0) {
    const late = this.#waiting.size + refused;
    this.#waiting.clear();
    this.#visits.clear();
    for (const key of this.#keptKeys()) localStorage.removeItem(key);
    this.onEnded(late);
  }
}
