import { Kept } from './kept.js';

const STALE = 2_000; // milliseconds: a page that is older than that comes from the browser's own store

/** The server's time, whatever the browser's own clock says. */
export class ServerClock {
  #offset; // server time minus performance.now(), milliseconds
  deadline;
  foreign = false; // the server says that this browser has no such exam
  #address;
  #kept;
  #listeners = [];

  constructor(now, deadline, address) {
    this.#offset = now - servedAt();
    this.deadline = deadline;
    this.#address = address;
    this.#kept = new Kept(address.replace(/\/clock$/, ''));
    this.recall();
  }

  /** The server's time, milliseconds since 1970. */
  now() {
    return performance.now() + this.#offset;
  }

  millisLeft() {
    return this.deadline - this.now();
  }

  /** Called when the server says that this browser has no such exam. */
  onForeign = () => {};

  onReading(listener) {
    this.#listeners.push(listener);
  }

  /** Asks the server; resolves to its reading, or to null if it can't be reached. */
  async resynchronise() {
    const asked = performance.now();
    try {
      const response = await fetch(this.#address, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
      this.foreign = response.status === 404 && (await response.json()).status === 404; // the application's own word
      if (this.foreign) this.onForeign();
      if (!response.ok) return null;
      const reading = await response.json();
      const answered = performance.now();
      this.#offset = reading.now - (asked + answered) / 2;
      this.deadline = reading.deadline;
      this.#remember();
      for (const listener of this.#listeners) listener(reading);
      return reading;
    } catch {
      return null;
    }
  }

  #remember() {
    try {
      this.#kept.put('clock', JSON.stringify({ ahead: this.now() - Date.now(), deadline: this.deadline }));
    } catch {
      // Without it, a page that is opened offline shows the time that it was made with.
    }
  }

  /** A page that was opened offline is an old one, and so is the time in it. */
  recall() {
    try {
      const { ahead, deadline } = JSON.parse(this.#kept.get('clock'));
      if (Date.now() + ahead - this.now() < STALE) throw new Error('the page is fresh');
      this.#offset = Date.now() + ahead - performance.now();
      this.deadline = deadline;
      this.resynchronise(); // the browser's own clock may have been set meanwhile
    } catch {
      this.#remember();
    }
  }
}

/** When the server made this page, as near as a page can tell: in the middle between asking and being answered. */
function servedAt() {
  const [navigation] = performance.getEntriesByType('navigation'); // none where a browser tells no times
  return navigation?.responseStart ? (navigation.requestStart + navigation.responseStart) / 2 : performance.now();
}
