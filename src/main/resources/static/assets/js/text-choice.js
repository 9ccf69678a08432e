import { PARTS, rangeOf } from './highlights.js';

const MOVES = { ArrowRight: ['word', 1], ArrowLeft: ['word', -1], ArrowDown: ['sentence', 1], ArrowUp: ['sentence', -1] };
const BLOCKS = 'p, li, pre, th, td, h2, h3, h4, dt, dd, .math-block';
const LONGEST = 1_000_000; // characters: more than any part has

/** Chooses text of an item by keyboard, by words and sentences: as a selection like any other. */
export class TextChoice {
  #section = null; // whose text is being chosen
  #last = null; // whose text was chosen last: it goes on there
  #chosen; // {part, from, to, start, end}
  #segments; // granularity -> what can be chosen, in the order of the page
  #onMark;
  #onEnd;
  #status = Object.assign(document.createElement('p'), { className: 'visually-hidden' });

  /**
   * @param onMark called when what is chosen shall be highlighted
   * @param onEnd called when nothing is chosen any more
   */
  constructor({ onMark, onEnd }) {
    this.#onMark = onMark;
    this.#onEnd = onEnd;
    this.#status.setAttribute('role', 'status');
    document.getElementById('main').append(this.#status);
    document.addEventListener('keydown', (event) => this.#pressed(event), { capture: true }); // before what the keys do elsewhere
    for (const elsewhere of ['pointerdown', 'focusin']) document.addEventListener(elsewhere, () => this.end());
  }

  /**
   * Begins with the first sentence of the stem, or goes on where it was; false if there is none, or the browser can't
   * tell where one ends.
   */
  begin(section) {
    if (!Intl.Segmenter) return false;
    this.#segments = { word: segments(section, 'word'), sentence: segments(section, 'sentence') };
    const before = this.#last === section && this.#segments.word.some(({ start }) => start === this.#chosen.start);
    const first = before ? this.#chosen : this.#segments.sentence.find(({ part }) => part === 'stem');
    if (!first) return false;
    this.#section = section;
    this.#last = section;
    this.#choose(first);
    return true;
  }

  end() {
    if (!this.#section) return;
    this.#section = null;
    this.#status.textContent = '';
    this.#onEnd();
  }

  /** Something else may have scrolled what is chosen away. */
  reveal() {
    reveal(rangeOf(this.#section, this.#chosen));
  }

  #pressed(event) {
    const { key, shiftKey } = event;
    if (!this.#section || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (MOVES[key]) {
      const [granularity, step] = MOVES[key];
      this.#choose(shiftKey ? this.#extended(granularity, step) : this.#next(granularity, step));
    } else if (key === 'Enter' || key === ' ') {
      if (getSelection().isCollapsed) this.#choose(this.#chosen); // it is highlighted, and shall not be any more
      this.#onMark();
    } else if (key === 'Escape') {
      getSelection().removeAllRanges();
      this.end();
    } else {
      if (key === 'Tab') getSelection().removeAllRanges();
      if (key === 'Tab' || /^[1-9]$/.test(key)) this.end(); // a digit may choose an option that has the focus already
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** The one after or before what is chosen; from a whole sentence to words the first or the last one of it, and back to it. */
  #next(granularity, step) {
    const { start, end } = this.#chosen;
    const all = this.#segments[granularity];
    const around = all.find((one) => one.start <= start && one.end >= end && one.end - one.start > end - start);
    if (around) return around;
    const whole = granularity === 'word' && this.#segments.sentence.some((one) => one.start === start && one.end === end);
    const within = all.filter((one) => one.start >= start && one.end <= end);
    if (whole && within.length > 1) return within.at(step > 0 ? 0 : -1);
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

/** The text of a part, block by block: the end of a line within a paragraph ends no sentence, and a formula is one word. */
function blocks(element) {
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    const block = parent.closest(BLOCKS) ?? element;
    if (block !== last) found.push({ at, text: '' });
    if (parent.closest('math')) found.at(-1).text += 'x'.repeat(node.length);
    else found.at(-1).text += block.matches('pre') ? node.data : node.data.replaceAll('\n', ' ');
    at += node.length;
    last = block;
  }
  return found;
}

function segments(section, granularity) {
  const found = [];
  const segmenter = new Intl.Segmenter('en', { granularity });
  for (const [index, [part, selector]] of Object.entries(PARTS).entries()) {
    const element = section.querySelector(selector);
    if (!element || element.closest('details:not([open])')) continue;
    for (const { at: begin, text: whole } of blocks(element)) {
      for (const { segment, index: at, isWordLike } of segmenter.segment(whole)) {
        const text = segment.trim();
        if (!text || isWordLike === false) continue;
        const from = begin + at + segment.indexOf(text);
        const to = from + text.length;
        found.push({ part, from, to, start: index * LONGEST + from, end: index * LONGEST + to });
      }
    }
  }
  return found;
}
