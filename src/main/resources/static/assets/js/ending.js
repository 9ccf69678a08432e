const $ = (id) => document.getElementById(id);
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
const AGAIN = 2_000; // milliseconds between two looks for the server
const MOMENT = 2_000; // milliseconds: a deadline that is no further away is awaited where it was taken to be over
const STOPPED = 10_000; // milliseconds: a page that is still here has not left, because something stopped it

/** Ends the exam where the candidate says so; when the time is up, closes the room, which has no answers to take any more. */
export class Ending {
  leaving = false;
  #items;
  #outbox;
  #clock;
  #address;
  #say;
  #recall;
  #asked = 0; // how often the question was closed: who says yes says it once
  #closed = null; // since the time is up: what waits for the server's word
  #left = false;

  /** @param recall called when everything has to be known that any tab of this browser has not sent */
  constructor({ items, outbox, face, address, say, recall }) {
    this.#items = items;
    this.#outbox = outbox;
    this.#clock = face.clock;
    this.#address = address;
    this.#say = say;
    this.#recall = recall;
    $('end-open').addEventListener('click', (event) => { event.preventDefault(); this.#ask(); });
    $('end-form').addEventListener('submit', (event) => this.#confirmed(event));
    $('end-dialog').addEventListener('close', () => {
      this.#asked += 1;
      $('end-waiting').textContent = '';
      $('end-yes').removeAttribute('aria-disabled');
    });
    document.addEventListener('time-up', () => this.#timeUp());
    document.addEventListener('time-back', () => this.#timeBack());
    if (face.up) this.#timeUp();
  }

  /** To the score, once: the clock, the outbox and another tab may all find out that the exam has ended. */
  leave() {
    if (this.#left) return;
    this.#left = true;
    this.leaving = true;
    location.replace(`${this.#address}/result`);
  }

  #ask() {
    this.#recall();
    $('end-dialog').showModal();
    this.count();
    this.#clock.resynchronise(); // another device may have answered something
  }

  /** Says how many items lack an answer, if that is being asked. */
  count() {
    if (!$('end-dialog').open) return;
    const { unanswered, answeredAll } = document.body.dataset;
    const open = this.#items.filter((item) => item.status !== 'answered').length;
    $('end-count').textContent = open ? unanswered.replace('{0}', open).replace('{1}', this.#items.length) : answeredAll;
  }

  async #confirmed(event) {
    if (this.leaving) return;
    event.preventDefault();
    if ($('end-yes').ariaDisabled) return;
    $('end-yes').ariaDisabled = 'true'; // and not disabled, which would take the focus away
    const waiting = () => { $('end-waiting').textContent = this.#clock.foreign ? document.body.dataset.foreign : $('end-form').dataset.waiting; };
    const asked = this.#asked;
    const wanted = () => $('end-dialog').open && this.#asked === asked && !this.leaving; // they may change their mind while answers wait
    if (this.#outbox.size) waiting();
    await this.#outbox.drained();
    while (wanted() && !(await this.#clock.resynchronise())) {
      waiting();
      await pause(AGAIN);
    }
    if (wanted()) this.#depart(() => $('end-form').submit());
  }

  #depart(go) {
    this.leaving = true;
    setTimeout(() => {
      this.leaving = this.#left;
      $('end-yes').removeAttribute('aria-disabled');
    }, STOPPED);
    go();
  }

  /**
   * Only the server knows whether it is: its deadline may have moved while it could not be reached. What was given in
   * time still counts, here and wherever else the exam is open: so nothing is ended, until the grace is over.
   */
  async #timeUp() {
    if (this.#closed) return;
    const closed = Symbol('closed');
    this.#closed = closed;
    this.#enable(false);
    this.#say(document.body.dataset.timeUp);
    while (this.#closed === closed) {
      const reading = await this.#clock.resynchronise();
      const left = reading && reading.deadline - reading.now;
      if (left > MOMENT) return this.#timeBack();
      if (reading && left <= 0) {
        await this.#outbox.drained();
        if (this.#closed === closed && !this.leaving) this.#depart(() => location.replace(this.#address));
      }
      await pause(left > 0 ? left : AGAIN); // this browser's clock was ahead, by as little
    }
    return undefined;
  }

  #timeBack() {
    if (!this.#closed) return;
    this.#closed = null;
    this.#enable(true);
    this.#say('');
  }

  #enable(enabled) {
    for (const item of this.#items) item.fixed = !enabled || item.checked;
    $('flag').disabled = !enabled; // a flag is saved with the answer, and would make it a late one
  }
}
