import { Kept, recoveredSoon } from './kept.js';

const FIRST_RETRY = 1_000;
const LONGEST_RETRY = 15_000;
const TIMEOUT = 10_000;
const STORED = ['recorded', 'unchanged'];
const OVER = ['too-late', 'already-submitted', 'abandoned'];

/** What is sent, where, and as which fields. */
const KINDS = {
  answer: {
    path: (position) => `/items/${position}`,
    fields: ({ answer, flagged, sequence, answered, base }) => [['sequence', sequence], ['base', base.sequence], ['flagged', flagged],
      ...(answered ? [['answered', answered]] : []), ...answer.map((part) => ['answer', part])],
    apart: true, // what several pages have is joined, not replaced
  },
  notes: {
    path: (position) => `/items/${position}/notes`,
    fields: ({ struck, highlights, note, sequence, base }) => [['sequence', sequence], ['base', base.sequence], ['note', note],
      ...struck.map((id) => ['struck', id]), ...highlights.map((mark) => ['highlights', mark])],
    apart: true,
  },
  report: {
    path: (position) => `/items/${position}/report`,
    fields: ({ id, text }) => [['id', id], ['text', text]],
    once: true, // each is one of its own, none replaces another
  },
};

/** All that the browser has of an exam, when it has ended. */
export function forget(address) {
  new Kept(address).forget();
  globalThis.caches?.delete(`rehearsal:${address}`);
}

/**
 * Sends what the candidate does to the server, one after the other, until each is acknowledged or refused. Whatever
 * waits is kept in the browser's storage too; answers stay there until the exam ends, since a page that is opened
 * without a network is an old one.
 */
export class Outbox {
  #waiting = new Map(); // key -> {kind, position, save}
  #visits; // positions
  #address;
  #csrf;
  #clock;
  #kept;
  #running = null;
  #retry = FIRST_RETRY;
  #wake = null;
  #over = false;
  #homeless = new Set(); // keys of what the browser's storage did not take
  #page = Math.random().toString(36).slice(2); // of which there are several, in other tabs and before a reload
  #whole = false;
  #late = 0; // answers that came too late to count: nobody may call them saved

  /**
   * @param onState told {waiting, failing, late, full} whenever that changes
   * @param onSettled told (kind, position, saved, save) when the server has stored this save or something newer
   * @param onRefused told (kind, position) when it can't be stored at all
   * @param onEnded called when the exam has ended and nothing waits any more
   */
  constructor({ address, csrf, clock, onState, onSettled, onRefused, onEnded }) {
    Object.assign(this, { onState, onSettled, onRefused, onEnded });
    this.#address = address;
    this.#csrf = csrf;
    this.#clock = clock;
    this.#kept = new Kept(address);
    this.#visits = new Set(this.keptVisits);
    clock.onReading((reading) => {
      this.#csrf = reading.csrf;
      if (!reading.inProgress) this.#ended();
    });
    addEventListener('online', () => this.#wake?.());
    this.ready = recoveredSoon().then(() => {
      this.#whole = true;
      this.#tell(false);
    });
  }

  get size() { return this.#waiting.size; }

  /** Whether all is known that the browser has kept. Before that it may show what has been overtaken since. */
  get whole() { return this.#whole; }

  /** The server's time, in whole milliseconds. */
  get now() { return Math.round(this.#clock.now()); }

  get csrf() { return this.#csrf; }

  /** All that the browser has of this exam, the oldest first: {kind, position, saved, name, own, …}; own: of this very page. */
  kept() {
    const kept = [];
    for (const name of this.#kept.names) {
      const [kind, position, page] = name.split(':');
      if (!KINDS[kind]) continue;
      try {
        const save = JSON.parse(this.#kept.get(name));
        KINDS[kind].fields(save); // fails if something else has been written there
        kept.push({ ...save, kind, position: Number(position), name, own: page === this.#page });
      } catch {
        this.#kept.drop(name);
      }
    }
    return kept.sort((one, other) => (one.givenAt ?? 0) - (other.givenAt ?? 0));
  }

  put(kind, position, save) {
    const given = { givenAt: this.now, ...save };
    const key = this.#key(kind, position, save);
    this.#waiting.set(key, { kind, position, save: given });
    this.#keep(key, given, false);
    this.#run();
  }

  /** What of this very kind is on its way from this page; undefined if nothing is. */
  waiting(kind, position, save = {}) {
    return this.#waiting.get(this.#key(kind, position, save))?.save;
  }

  /** Where the candidate was, and the server does not know yet. */
  get visits() { return [...this.#visits]; }

  visit(position) {
    this.#visits.delete(position);
    this.#visits.add(position); // the newest last: the server remembers where the candidate was
    this.#keepVisits();
    this.#run();
  }

  /** Resolves when nothing waits any more. */
  async drained() {
    await this.ready;
    while (this.#running) await this.#running;
  }

  /** What another page had kept is this page's now, or known to the server. */
  release({ name }) {
    this.#forget(name);
  }

  #key(kind, position, { id }) {
    if (KINDS[kind].once) return `${kind}:${position}:${id}`;
    return KINDS[kind].apart ? `${kind}:${position}:${this.#page}` : `${kind}:${position}`;
  }

  /** What is saved does not replace what came while it was on its way. */
  #keep(key, save, saved) {
    try {
      const kept = saved && JSON.parse(this.#kept.get(key));
      if (!kept || kept.sequence <= save.sequence) this.#kept.put(key, JSON.stringify({ ...save, saved }));
      this.#homeless.delete(key);
    } catch {
      this.#homeless.add(key); // which costs the second copy only, as long as the page stays open
      if (saved) this.#forget(key); // or an older one would seem to be unsent
    }
  }

  #keepVisits() {
    try {
      this.#kept.put('visits', JSON.stringify(this.visits));
    } catch {
      // Nothing is lost but which items were seen.
    }
  }

  /** Positions, the newest last. */
  get keptVisits() {
    try {
      const visits = JSON.parse(this.#kept.get('visits'));
      return Array.isArray(visits) ? visits.filter(Number.isInteger) : [];
    } catch {
      return [];
    }
  }

  #forget(key) {
    this.#homeless.delete(key);
    this.#kept.drop(key);
  }

  #tell(failing) {
    if (!this.#whole) return;
    this.onState({ waiting: this.#waiting.size, failing: failing && this.#waiting.size > 0, late: this.#late, full: this.#homeless.size > 0 });
  }

  #run() {
    this.#tell(this.#retry > FIRST_RETRY);
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      if (this.#waiting.size || this.#visits.size) this.#run(); // came in the very moment of finishing
      else if (this.#over) this.#close();
    });
  }

  async #work() {
    while (this.#waiting.size || this.#visits.size) {
      // Who could not be reached may have been away for long, or this machine asleep: how long ago something was given
      // is known only when the clock is right again.
      const reached = this.#retry === FIRST_RETRY || await this.#clock.resynchronise();
      const sent = reached && (this.#waiting.size ? await this.#sendNext() : await this.#visitNext());
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
    const [key, { kind, position, save }] = this.#waiting.entries().next().value;
    const body = new URLSearchParams(KINDS[kind].fields(save));
    body.set('age', Math.max(0, Math.round(this.#clock.now() - save.givenAt)));
    body.set('given', save.givenAt); // it may be long on its way
    const response = await this.#post(`${this.#address}${KINDS[kind].path(position)}`, body);
    if (!response) return false;
    const saved = await response.json().catch(() => null);
    // Only the application's own word is final. Anything else comes from in between, and is worth trying again.
    if (!saved?.outcome) return false;
    const stored = STORED.includes(saved.outcome);
    const newest = this.#waiting.get(key)?.save === save; // else another one came while this one was on its way
    if (newest) this.#waiting.delete(key);
    if (stored && !KINDS[kind].once) this.#keep(key, save, true);
    else if (newest) this.#forget(key);
    if (OVER.includes(saved.outcome)) {
      if (kind === 'answer') this.#late += 1;
      this.#ended();
    } else if (stored || ['out-of-sequence', 'already-checked'].includes(saved.outcome)) {
      if (stored || newest) this.onSettled(kind, position, saved, save);
      if (stored && this.#waiting.has(key)) this.#keep(key, this.#waiting.get(key).save, false); // it builds on this one now
      if (saved.outcome === 'out-of-sequence') this.#clock.resynchronise(); // the exam may have ended where the other one came from
    } else if (newest) {
      this.onRefused(kind, position);
    }
    return true;
  }

  async #visitNext() {
    const [position] = this.#visits;
    const response = await this.#post(`${this.#address}/items/${position}/visit`, new URLSearchParams());
    const told = Boolean(response) && (response.ok || response.status === 410);
    if (told) this.#visits.delete(position);
    this.#keepVisits();
    return told;
  }

  /** Resolves to an answer, or to null if there was none. */
  async #post(address, body) {
    try {
      const response = await fetch(address, { method: 'POST', body, keepalive: true, signal: AbortSignal.timeout(TIMEOUT),
        headers: { Accept: 'application/json', 'X-XSRF-TOKEN': this.#csrf } });
      if ([403, 404].includes(response.status)) await this.#clock.resynchronise(); // brings a fresh token, or the word that there is no such exam
      return response.status >= 500 ? null : response;
    } catch {
      return null;
    }
  }

  /** What still waits is sent all the same: it does not count any more, and the server lists it as such. */
  async #ended() {
    await this.ready;
    this.#over = true;
    this.#visits.clear();
    this.#takeOver();
    if (!this.#running) {
      if (this.#waiting.size) this.#run();
      else this.#close();
    }
  }

  /** What a tab that is closed has left behind. */
  #takeOver() {
    for (const { kind, position, saved, name, own, ...save } of this.kept()) {
      if (!saved && !this.#waiting.has(name)) this.#waiting.set(name, { kind, position, save });
    }
  }

  #close() {
    forget(this.#address);
    this.onEnded();
  }
}
