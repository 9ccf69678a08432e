import { sameAnswer, saysTheSame } from './joined-answers.js';

const REMEMBERED = 4; // of what was put last: one of them may be stored, and its answer lost
const ARROW = 44; // pixels of a select that are not for its text
const pen = document.createElement('canvas').getContext('2d');

/** One item on the page: its form, and what is known of the server's copy. */
export class ExamItem {
  constructor(section) {
    this.section = section;
    this.position = Number(section.dataset.position);
    this.form = section.querySelector('form');
    this.sequence = Number(this.form.elements.sequence.value) - 1;
    this.served = this.sequence; // what the page was made with
    this.base = { answer: this.#servedAnswer, flagged: this.flagged, sequence: this.sequence }; // as it is stored, as far as known
    this.early = sameAnswer(this.answer, this.base.answer, this.ordered) ? null : this.answer; // given before this script ran
    this.answered = Number(section.dataset.answered) || undefined; // when, by the server's time, if this page knows
    this.own = []; // what this page, or the one before a reload, has put since then
    this.visited = section.dataset.visited === 'true';
    this.kept = section.querySelector('.kept')?.dataset ?? {}; // what only some items have
    this.checked = this.kept.checked === 'true'; // practice has shown the key
    this.refused = false; // the server could not store the answer that is shown
    this.form.addEventListener('change', () => this.fit());
  }

  /** A closed select cuts what is long: below it the whole is said once more. For an item that is shown. */
  fit() {
    for (const select of this.form.querySelectorAll('.pair select')) {
      const chosen = select.value ? select.selectedOptions[0].textContent : '';
      pen.font = getComputedStyle(select).font;
      select.closest('.pair').dataset.chosen = pen.measureText(chosen).width > select.clientWidth - ARROW ? chosen : '';
    }
  }

  get type() { return this.section.dataset.type; }

  get controls() {
    return [...this.form.elements].filter((control) => control.name === 'answer');
  }

  /** The answer as the plain form would send it. */
  get answer() {
    return this.controls.filter((control) => !['radio', 'checkbox'].includes(control.type) || control.checked).map((control) => control.value);
  }

  get #servedAnswer() {
    return this.controls.filter((control) => control.options || control.defaultChecked)
      .map((control) => (control.options ? [...control.options].find((option) => option.defaultSelected)?.value ?? '' : control.value));
  }

  set answer(parts) {
    this.controls.forEach((control, index) => {
      if (control.type === 'radio' || control.type === 'checkbox') control.checked = parts.includes(control.value);
      else if (this.type === 'ordering') control.value = parts[index] ?? '';
      else control.value = [...control.options].map((option) => option.value).find((value) => value && parts.includes(value)) ?? '';
    });
    this.form.querySelector('item-ordering')?.draw();
    this.fit();
  }

  get flagged() { return this.form.elements.flagged.value === 'true'; }

  set flagged(flagged) { this.form.elements.flagged.value = flagged; }

  /** Nothing can be answered here any more. */
  set fixed(fixed) {
    for (const control of this.controls) control.disabled = fixed;
    for (const button of this.section.querySelectorAll('.clear button')) button.disabled = fixed;
    this.section.classList.toggle('fixed', fixed);
    this.form.querySelector('item-ordering')?.draw(); // it knows which of its buttons do something
  }

  get status() {
    if (this.refused) return 'incomplete';
    const given = this.answer.filter((part) => part);
    if (given.length === Number(this.section.dataset.places) && new Set(given).size === given.length) return 'answered';
    return this.visited ? 'incomplete' : 'unseen';
  }

  get ordered() { return this.type === 'ordering'; }

  /** What to save next, and what it builds on. */
  next() {
    this.sequence += 1;
    this.refused = false;
    const put = { answer: this.answer, flagged: this.flagged, sequence: this.sequence, answered: this.answered,
      base: this.base, ordered: this.ordered };
    this.own = [...this.own, { answer: put.answer, flagged: put.flagged, sequence: put.sequence }].slice(-REMEMBERED);
    return { ...put, tried: this.own };
  }

  /** Remembers what is stored; false if it is what this page has put itself, and nothing new. */
  stored(saved) {
    const own = this.own.some((put) => put.sequence === saved.sequence && saysTheSame(put, saved, this.ordered));
    this.base = { answer: saved.answer, flagged: saved.flagged, sequence: saved.sequence };
    this.own = this.own.filter(({ sequence }) => sequence > saved.sequence);
    return !own;
  }

  shows(saved) {
    return saysTheSame(this, saved, this.ordered);
  }

  adopt({ answer, flagged, sequence, answered }) {
    this.refused = false;
    this.sequence = Math.max(this.sequence, sequence);
    this.answered = answered ?? undefined;
    this.answer = answer;
    this.flagged = flagged;
  }

  /** Says how many options are chosen where it must be an exact number. */
  count(pattern) {
    const place = this.section.querySelector('.chosen');
    if (!place) return;
    const chosen = this.answer.length;
    place.textContent = chosen ? pattern.replace('{0}', chosen) : '';
    place.classList.toggle('too-many', chosen > Number(this.section.dataset.places));
  }
}
