import { ServerClock } from './server-clock.js';

const ANNOUNCED = [30, 10, 5, 1]; // minutes left; anything more would chatter
const LAST_MINUTES = 5; // a hidden clock comes back
const HIDDEN = 'rehearsal:clock-hidden'; // for as long as the tab lives
const SHOWN = 12_000; // milliseconds that the word of it stays to be seen
const RESYNCHRONISE = 60_000;
const EARLY = 5_000; // milliseconds by which a warning may be so
const AGAIN = 2_000; // milliseconds between two tries to reach the server after sleep
const JUMP = 1_500; // milliseconds between two ticks that neither timer explains: the machine slept, or its clock was set

/** Shows the time that is left. The deadline itself is the server's: this is a picture of it. */
class ExamClock extends HTMLElement {
  connectedCallback() {
    this.clock = new ServerClock(Number(this.dataset.now), Number(this.dataset.deadline), this.dataset.address);
    this.time = this.querySelector('.time');
    this.toggle = this.querySelector('button');
    this.announcer = document.createElement('span');
    this.announcer.className = 'announcement';
    this.announcer.setAttribute('role', 'status');
    this.append(this.announcer);
    this.toggle.addEventListener('click', () => this.switch());
    this.minutes = Infinity;
    this.up = false;
    if (recall() === 'true') this.#show(false);
    this.drift = Date.now() - performance.now();
    this.#tick();
    setInterval(() => this.#tick(), 250);
    setInterval(() => this.clock.resynchronise(), RESYNCHRONISE);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.clock.resynchronise(); });
    addEventListener('pageshow', (event) => { if (event.persisted) this.clock.resynchronise(); });
    addEventListener('online', () => this.clock.resynchronise());
  }

  /** Hides the time, or shows it again. */
  switch() {
    if (this.toggle.hidden) return;
    remember(!this.time.hidden);
    this.#show(this.time.hidden);
  }

  #show(visible) {
    this.time.hidden = !visible;
    this.toggle.textContent = visible ? this.toggle.dataset.hide : this.toggle.dataset.show;
  }

  /** If it is true: the deadline may have moved since the server was asked last. */
  async #warn(minutes) {
    await this.clock.resynchronise();
    if (this.clock.millisLeft() > minutes * 60_000 + EARLY) return;
    this.#announce(minutes === 1 ? this.dataset.leftOne : this.dataset.left.replace('{0}', minutes));
  }

  #announce(text) {
    this.announcer.textContent = text;
    clearTimeout(this.shown);
    this.shown = setTimeout(() => { this.announcer.textContent = ''; }, SHOWN);
  }

  /** The machine slept, or its clock was set: asks until the server can be reached. */
  async #catchUp(drift) {
    if (this.asking) return;
    this.asking = true;
    if (await this.clock.resynchronise()) this.drift = drift;
    setTimeout(() => { this.asking = false; }, AGAIN);
  }

  #tick() {
    const drift = Date.now() - performance.now();
    if (Math.abs(drift - this.drift) > JUMP) this.#catchUp(drift);
    const left = Math.max(0, this.clock.millisLeft());
    const seconds = Math.ceil(left / 1000);
    const two = (n) => String(n).padStart(2, '0');
    const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    if (this.time.textContent !== text) this.time.textContent = text;
    const minutes = left / 60_000;
    const crossed = ANNOUNCED.findLast((mark) => this.minutes > mark && minutes <= mark);
    if (crossed !== undefined && this.minutes !== Infinity) this.#warn(crossed);
    const low = minutes <= LAST_MINUTES;
    if (low && !(this.minutes <= LAST_MINUTES)) this.#show(true);
    this.classList.toggle('low', low);
    this.toggle.hidden = low;
    this.minutes = minutes;
    // The deadline can move, when the service was down or more time is granted: then the exam goes on.
    if (this.up !== (left === 0)) {
      this.up = left === 0;
      this.dispatchEvent(new Event(this.up ? 'time-up' : 'time-back', { bubbles: true }));
    }
  }
}

function recall() {
  try {
    return sessionStorage.getItem(HIDDEN);
  } catch {
    return null;
  }
}

function remember(hidden) {
  try {
    sessionStorage.setItem(HIDDEN, hidden);
  } catch {
    // It holds for this page then.
  }
}

customElements.define('exam-clock', ExamClock);
