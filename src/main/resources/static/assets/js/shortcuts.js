const $ = (id) => document.getElementById(id);
const STORE = 'rehearsal:shortcuts';
const TYPING = 'textarea, select, input:not([type=radio], [type=checkbox])';

/** One key for everything that can be done in the room. Keys do nothing while someone types, or if switched off. */
export class Shortcuts {
  constructor({ current, reviewing, annotations, face }) {
    this.sheet = $('shortcuts');
    this.on = this.sheet.querySelector('input');
    this.on.checked = recall() !== 'off';
    this.on.addEventListener('change', () => remember(this.on.checked ? 'on' : 'off'));
    $('shortcuts-open').addEventListener('click', () => this.sheet.showModal());
    const press = (id) => { const button = $(id); if (button && !button.disabled && !button.hidden) button.click(); };
    const inItem = (action) => () => { if (!reviewing()) action(current()); };
    this.actions = {
      n: () => press('next'),
      p: () => press('previous'),
      f: inItem(() => press('flag')),
      g: () => press('navigator-open'),
      r: () => (reviewing() ? document.querySelector('#overview a.back').click() : press('review-open')),
      e: () => { if (!reviewing()) press('review-open'); press('end-open'); },
      t: () => face.switch(),
      c: inItem((item) => item.section.querySelector('.clear button')?.click()),
      k: inItem((item) => item.section.querySelector('button[value=check]')?.click()),
      h: inItem((item) => annotations.highlight(item)),
      m: inItem((item) => annotations.toggleNote(item)),
      q: inItem((item) => annotations.openReport(item)),
      s: inItem((item) => item.section.querySelector('.scenario summary')?.click()),
      d: () => press('display-open'),
      b: () => press('pause'),
      '?': () => this.sheet.showModal(),
    };
    document.addEventListener('keydown', (event) => this.#pressed(event, current, reviewing, annotations));
  }

  #pressed(event, current, reviewing, annotations) {
    const { key, code, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]') || target.closest(TYPING) || target.isContentEditable) return;
    if (!this.on.checked) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
    const action = digit ? this.#option(Number(digit[1]) - 1, event.shiftKey, current, reviewing, annotations) : this.actions[key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** 1 to 9 choose an option, add a step, or go to a line; with Shift they strike an option out. */
  #option(index, shift, current, reviewing, annotations) {
    if (reviewing()) return null;
    const item = current();
    if (shift) return () => annotations.strike(item, index);
    const control = item.section.querySelectorAll('.option input, item-ordering button[data-do=add], .pair select')[index];
    return control && (() => { control.focus(); if (!control.matches('select')) control.click(); });
  }
}

function recall() {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(STORE, value);
  } catch {
    // It holds for this page then.
  }
}
