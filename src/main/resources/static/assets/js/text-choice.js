import { PARTS, rangeOf } from './highlights.js';

const MOVES = { ArrowRight: ['word', 1], ArrowLeft: ['word', -1], ArrowDown: ['sentence', 1], ArrowUp: ['sentence', -1] };
const LONGEST = 1_000_000; // characters: more than any part has

/** Chooses text of an item by keyboard, by words and sentences: as a selection like any other. */
export class TextChoice {
  #section = null; // whose text is being chosen
  #chosen; // {part, from, to, start, end}
  #segments; // granularity -> what can be chosen, in the order of the page
  #onMark;
  #status = Object.assign(document.createElement('p'), { className: 'visually-hidden' });

  /** @param onMark called when what is chosen shall be highlighted */
  constructor({ onMark }) {
    this.#onMark = onMark;
    this.#status.setAttribute('role', 'status');
    document.getElementById('main').append(this.#status);
    document.addEventListener('keydown', (event) => this.#pressed(event), { capture: true }); // before what the keys do elsewhere
    for (const elsewhere of ['pointerdown', 'focusin']) document.addEventListener(elsewhere, () => this.end());
  }

  /** Begins with the first sentence of the stem; false if there is none, or the browser can't tell where one ends. */
  begin(section) {
    if (!Intl.Segmenter) return false;
    this.#segments = { word: segments(section, 'word'), sentence: segments(section, 'sentence') };
    const first = this.#segments.sentence.find(({ part }) => part === 'stem');
    if (!first) return false;
    this.#section = section;
    this.#choose(first);
    return true;
  }

  end() {
    this.#section = null;
    this.#status.textContent = '';
  }

  #pressed(event) {
    const { key, shiftKey } = event;
    if (!this.#section || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (MOVES[key]) {
      const [granularity, step] = MOVES[key];
      this.#choose(shiftKey ? this.#extended(granularity, step) : this.#next(granularity, step));
    } else if (key === 'Enter' || key === ' ') {
      this.#onMark();
    } else if (key === 'Escape') {
      getSelection().removeAllRanges();
      this.end();
    } else {
      if (key === 'Tab') this.end();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The one after or before what is chosen; from a sentence to words, the first or the last one of it. */
  #next(granularity, step) {
    const { start, end } = this.#chosen;
    const all = this.#segments[granularity];
    const within = all.filter((one) => one.start >= start && one.end <= end);
    if (within.length > 1) return within.at(step > 0 ? 0 : -1);
    return step > 0 ? all.find((one) => one.start >= end) : all.findLast((one) => one.end <= start);
  }

  /** The same beginning, and one word or sentence more or less. */
  #extended(granularity, step) {
    const { part, from, start, end } = this.#chosen;
    const ends = this.#segments[granularity].filter((one) => one.part === part && one.end > start);
    const last = step > 0 ? ends.find((one) => one.end > end) : ends.findLast((one) => one.end < end);
    return last && { ...last, from, start };
  }

  #choose(chosen) {
    if (!chosen) return; // there is no more
    this.#chosen = chosen;
    const range = rangeOf(this.#section, chosen);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    this.#status.textContent = range.toString();
    reveal(range);
  }
}

/** A long paragraph may be in view, and what is chosen of it not. */
function reveal(range) {
  const scenario = range.startContainer.parentElement.closest('.scenario');
  if (scenario) {
    const { top, bottom } = scenario.getBoundingClientRect();
    const chosen = range.getBoundingClientRect();
    if (chosen.top < top || chosen.bottom > bottom) scenario.scrollTop += chosen.top - (top + bottom) / 2;
  }
  const { top, bottom } = range.getBoundingClientRect();
  const bars = { above: document.querySelector('.room-bar').offsetHeight, below: document.querySelector('.room-moves').offsetHeight };
  if (top < bars.above || bottom > innerHeight - bars.below) scrollBy(0, top - innerHeight / 3);
}

function segments(section, granularity) {
  const found = [];
  for (const [index, [part, selector]] of Object.entries(PARTS).entries()) {
    const element = section.querySelector(selector);
    if (!element || element.closest('details:not([open])')) continue;
    for (const { segment, index: at, isWordLike } of new Intl.Segmenter('en', { granularity }).segment(element.textContent)) {
      const text = segment.trim();
      if (!text || isWordLike === false) continue;
      const from = at + segment.indexOf(text);
      const to = from + text.length;
      found.push({ part, from, to, start: index * LONGEST + from, end: index * LONGEST + to });
    }
  }
  return found;
}
