import { letDrag } from './step-dragging.js';

/**
 * Puts steps in order with buttons: one press adds a step, others move it or take it out. They can be dragged too.
 * The plain selects stay underneath and hold the answer.
 */
class ItemOrdering extends HTMLElement {
  connectedCallback() {
    this.selects = [...this.querySelectorAll('select')];
    this.steps = new Map([...this.selects[0].options].filter((o) => o.value).map((o) => [o.value, o.textContent]));
    this.querySelector('.places').hidden = true;
    this.status = Object.assign(document.createElement('p'), { className: 'visually-hidden' });
    this.status.setAttribute('role', 'status');
    this.columns = Object.assign(document.createElement('div'), { className: 'columns' });
    this.append(this.columns, this.status);
    this.addEventListener('click', (event) => this.#pressed(event.target.closest('button[data-do]')));
    letDrag(this, (id, place) => this.#dropped(id, place));
    this.draw();
  }

  /** Brings the lists in line with the answer, which has changed elsewhere. */
  draw() {
    const focused = this.columns.contains(document.activeElement);
    this.#draw();
    if (focused) this.querySelector('button:enabled')?.focus();
  }

  #draw() {
    const placed = this.selects.map((select) => select.value);
    this.columns.replaceChildren(
      this.#list('ol', this.dataset.order, placed.map((id, place) => this.#slot(id, place, placed.length))),
      this.#list('ul', this.dataset.steps, [...this.steps.keys()].filter((id) => !placed.includes(id)).map((id) => this.#free(id))));
    if (!this.#open) for (const button of this.columns.querySelectorAll('button')) button.disabled = true;
  }

  /** Nothing moves in an item that is checked or whose time is up. */
  get #open() { return !this.closest('.fixed'); }

  #list(tag, title, entries) {
    const part = document.createElement('div');
    const heading = Object.assign(document.createElement('h2'), { textContent: title, tabIndex: -1 });
    part.hidden = !entries.length;
    const list = document.createElement(tag);
    list.append(...entries);
    part.append(heading, list);
    return part;
  }

  #free(id) {
    const entry = document.createElement('li');
    const button = this.#button('add', id, this.dataset.add, this.steps.get(id));
    button.className = 'step';
    button.prepend(grip());
    button.disabled = this.selects.every((select) => select.value);
    button.dataset.step = id; // it can be dragged all the same, onto one that it replaces
    entry.append(button);
    return entry;
  }

  #slot(id, place, places) {
    const entry = document.createElement('li');
    entry.className = id ? 'slot' : 'slot empty';
    const number = Object.assign(document.createElement('strong'), { textContent: `${place + 1}.` });
    const text = Object.assign(document.createElement('span'), { className: 'text', textContent: this.steps.get(id) ?? this.dataset.empty });
    entry.append(number, text);
    if (id) {
      entry.dataset.step = id;
      entry.prepend(grip());
      const up = this.#button('up', id, this.dataset.up, '↑');
      const down = this.#button('down', id, this.dataset.down, '↓');
      up.disabled = place === 0;
      down.disabled = place === places - 1;
      entry.append(up, down, this.#button('remove', id, this.dataset.remove, '✕'));
    }
    return entry;
  }

  #button(action, id, label, text) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    button.dataset.do = action;
    button.dataset.id = id;
    button.setAttribute('aria-label', label.replace('{0}', this.steps.get(id)));
    return button;
  }

  #pressed(button) {
    if (!button) return;
    const { do: action, id } = button.dataset;
    const values = this.selects.map((select) => select.value);
    const place = values.indexOf(id);
    if (action === 'add') values[values.indexOf('')] = id;
    if (action === 'remove') values[place] = '';
    if (action === 'up') [values[place - 1], values[place]] = [values[place], values[place - 1]];
    if (action === 'down') [values[place + 1], values[place]] = [values[place], values[place + 1]];
    this.#answer(values);
    this.#keepFocus(action, id);
    this.#say(id, values.indexOf(id));
  }

  /** On a place the others make room; elsewhere the step goes back to those that are free. */
  #dropped(id, place) {
    const values = this.selects.map((select) => select.value);
    const before = values.indexOf(id);
    if (before === place) return;
    if (before >= 0) values[before] = '';
    if (place >= 0 && values[place]) {
      // The nearest gap closes: the one that the step has left, if it was in a place before.
      const gaps = values.map((value, index) => (value ? -1 : index)).filter((index) => index >= 0);
      const gap = before >= 0 ? before : gaps.toSorted((a, b) => Math.abs(a - place) - Math.abs(b - place))[0];
      if (gap === undefined) {
        values[place] = id;
      } else {
        values.splice(gap, 1);
        values.splice(place, 0, id);
      }
    } else if (place >= 0) {
      values[place] = id;
    }
    this.#answer(values);
    this.#keepFocus('drop', id);
    this.#say(id, place);
  }

  #answer(values) {
    if (!this.#open) return;
    this.selects.forEach((select, index) => { select.value = values[index]; });
    this.#draw();
    this.selects[0].dispatchEvent(new Event('change', { bubbles: true }));
  }

  #say(id, place) {
    if (!this.#open) return;
    const said = place < 0 ? this.dataset.removed : this.dataset.placed.replace('{1}', place + 1);
    this.status.textContent = said.replace('{0}', this.steps.get(id));
  }

  /** The pressed button is gone: go on with the same one, or with what a person would press next. */
  #keepFocus(action, id) {
    if (action === 'add' && this.selects.every((select) => select.value)) {
      this.querySelector('h2').focus(); // one more press of the same key shall not move what has just been put there
      return;
    }
    const wanted = action === 'add' ? 'button[data-do=add]:enabled' : `button[data-do=${action}][data-id="${CSS.escape(id)}"]:enabled`;
    (this.querySelector(wanted) ?? this.querySelector(`button[data-id="${CSS.escape(id)}"]:enabled`) ?? this.querySelector('button:enabled'))?.focus();
  }
}

function grip() {
  const grip = Object.assign(document.createElement('span'), { className: 'grip', textContent: '⠿' });
  grip.setAttribute('aria-hidden', 'true');
  return grip;
}

customElements.define('item-ordering', ItemOrdering);
