/** The server's time, whatever the browser's own clock says. */
export class ServerClock {
  #offset; // server time minus performance.now(), milliseconds
  deadline;
  #address;
  #listeners = [];

  constructor(now, deadline, address) {
    const [navigation] = performance.getEntriesByType('navigation');
    this.#offset = now - (navigation?.responseStart || performance.now());
    this.deadline = deadline;
    this.#address = address;
  }

  millisLeft() {
    return this.deadline - (performance.now() + this.#offset);
  }

  onReading(listener) {
    this.#listeners.push(listener);
  }

  /** Asks the server; resolves to its reading, or to null if it can't be reached. */
  async resynchronise() {
    const asked = performance.now();
    try {
      const response = await fetch(this.#address, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) });
      if (!response.ok) return null;
      const reading = await response.json();
      const answered = performance.now();
      this.#offset = reading.now - (asked + answered) / 2;
      this.deadline = reading.deadline;
      for (const listener of this.#listeners) listener(reading);
      return reading;
    } catch {
      return null;
    }
  }
}
