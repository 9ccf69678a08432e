const TIMEOUT = 10_000;

/** Other pages of the same exam: other tabs, other devices, and those that were closed before they could send everything. */
export class OtherPages {
  #address;
  #byPosition;
  #outbox;
  #answers;
  #annotations;
  #clock;
  #tabs;

  constructor({ address, byPosition, outbox, answers, annotations, clock }) {
    this.#address = address;
    this.#byPosition = byPosition;
    this.#outbox = outbox;
    this.#answers = answers;
    this.#annotations = annotations;
    this.#clock = clock;
    this.#tabs = new BroadcastChannel(`rehearsal:${address}`);
    this.#tabs.addEventListener('message', ({ data }) => this.#told(data));
    clock.onReading(({ inProgress, saves }) => {
      if (inProgress && saves > answers.known + annotations.known) this.#catchUp();
    });
  }

  /** @param what {position, saved} or {position, notes} that the server has stored, or {exam: true} if the exam stands still or has ended */
  tell(what) {
    this.#tabs.postMessage(what);
  }

  #told({ position, saved, notes, exam }) {
    const item = this.#byPosition.get(position);
    if (saved) this.#answers.hear(item, saved);
    if (notes) this.#annotations.hear(item, notes);
    if (exam) this.#clock.resynchronise();
  }

  /** What another device has stored meanwhile. */
  async #catchUp() {
    try {
      const response = await fetch(`${this.#address}/saved`, { headers: { Accept: 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT) });
      const { answers, notes } = await response.json();
      for (const { position, ...saved } of answers) this.#answers.hear(this.#byPosition.get(position), saved, true);
      for (const { position, ...stored } of notes) this.#annotations.hear(this.#byPosition.get(position), stored, true);
    } catch {
      // The next reading of the clock tries again.
    }
  }

  /** Takes in what this page does not show: it is older than that, or another page of this browser could not send it. */
  recall() {
    if (!this.#outbox.whole) return;
    for (const kept of this.#outbox.kept()) {
      const { kind, position, saved, name, own, ...save } = kept;
      const item = this.#byPosition.get(position);
      if (item && !own && this.#taken(kind, item, save, saved)) this.#outbox.release(kept);
    }
  }

  /** Whether it need not be kept any more: this page has it now, or was made with it. */
  #taken(kind, item, save, saved) {
    switch (kind) {
      case 'answer':
        if (saved) this.#answers.hear(item, save);
        else this.#answers.recall(item, save);
        return !saved || save.sequence <= item.served;
      case 'notes':
        this.#annotations.recall(item, { ...save, saved });
        return !saved || this.#annotations.has(item, save);
      default:
        if (!this.#outbox.waiting(kind, item.position, save)) this.#outbox.put(kind, item.position, save);
        return false;
    }
  }
}
