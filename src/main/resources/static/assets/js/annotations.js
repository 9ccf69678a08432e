import { marksOf, paint, selected, toggled } from './highlights.js';
import { joined, same } from './joined-notes.js';
import { TextChoice } from './text-choice.js';

const REMEMBERED = 4; // of what was put last: one of them may be stored, and its answer lost
const PATIENCE = 600; // milliseconds after the last key before a note is saved

/** What candidates strike out, highlight and note, item by item; and what they tell the item's author. */
export class Annotations {
  #outbox;
  #say;
  #unsay;
  #tellOf;
  #notes; // item -> {struck, highlights, note, sequence}
  #bases; // item -> the same, as it was last known to be stored
  #own = new Map(); // item -> what this page has put since then
  #typing = new Map(); // item -> {text, timer}
  #choice = new TextChoice({ onMark: () => this.highlight(this.item), onEnd: () => this.#sayNoMoreOfChoosing() });

  /**
   * @param say told what to say where the candidate is
   * @param unsay told what is true no more
   * @param tell told (position, pattern, pattern for several)
   */
  constructor({ items, outbox, say, unsay, tell }) {
    this.#unsay = unsay;
    this.#tellOf = tell;
    this.#outbox = outbox;
    this.#say = say;
    this.#notes = new Map(items.map((item) => [item, read(item.kept)]));
    this.#bases = new Map(items.map((item) => [item, read(item.kept)]));
    for (const item of items) this.#equip(item);
    this.report = document.getElementById('report-dialog');
    this.report.querySelector('form').addEventListener('submit', (event) => this.#tell(event));
    this.report.addEventListener('close', () => {
      const focused = document.activeElement; // what was said meanwhile may have moved it behind the bar
      if (focused.matches(':focus-visible')) focused.scrollIntoView({ block: 'nearest' });
    });
    addEventListener('pagehide', () => { for (const [item, { text }] of this.#typing) this.#wrote(item, text); });
  }

  /** Paints the highlights of the item that is shown. */
  show(item) {
    this.item = item;
    this.#choice.end();
    this.paint();
  }

  paint() {
    if (this.item) paint(this.item.section, this.#marks(this.item));
  }

  /** What another page of this browser had of the item, and may not have sent. */
  recall(item, { saved, ...kept }) {
    this.hear(item, saved ? kept : kept.base);
    if (saved) return;
    this.#own.set(item, [...this.#ownOf(item), ...(kept.tried ?? [])]);
    const shown = this.#shown(item);
    const stored = this.#bases.get(item);
    const both = joined(this.#isOwn(item, stored) ? stored : kept.base, kept, shown);
    if (same(both, shown)) return;
    this.#show(item, { ...both, sequence: Math.max(kept.sequence, shown.sequence) });
    this.#save(item);
  }

  /** How many saves this page knows to be stored. */
  get known() {
    return [...this.#bases.values()].reduce((sum, { sequence }) => sum + sequence, 0);
  }

  /** Whether what another page has kept is in what this page was made with. */
  has(item, { sequence }) {
    return sequence <= read(item.kept).sequence;
  }

  /** What the server has stored of this page's own. */
  acknowledged(item, stored) {
    this.#bases.set(item, stored);
    this.#own.set(item, this.#ownOf(item).filter(({ sequence }) => sequence > stored.sequence));
    const next = this.#outbox.waiting('notes', item.position);
    if (next) next.base = stored;
  }

  /**
   * What another page has stored is taken in, and saved together with what was done here since then.
   *
   * @param tell whether the candidate should hear of it
   */
  hear(item, stored, tell = false) {
    if (!(stored.sequence > this.#bases.get(item).sequence)) return;
    const shown = this.#shown(item);
    const own = this.#isOwn(item, stored);
    const both = joined(own ? stored : this.#bases.get(item), shown, stored);
    this.#bases.set(item, stored);
    this.#show(item, { ...both, sequence: Math.max(stored.sequence, shown.sequence) }, both.note === stored.note);
    if (!same(both, stored)) this.#save(item);
    if (tell && !own && !same(both, shown)) this.#tellOf(item.position, ...words(same(both, stored) ? 'notesAdopted' : 'notesJoined'));
  }

  #shown(item) {
    return { ...this.#notes.get(item), note: this.#field(item).value };
  }

  /** @param adopted whether all of the note comes from elsewhere; else what was written here stands at its end */
  #show(item, { struck, highlights, note, sequence }, adopted = false) {
    clearTimeout(this.#typing.get(item)?.timer);
    this.#typing.delete(item);
    const text = this.#field(item);
    const before = text.value.slice(0, text.selectionEnd);
    const caret = adopted && note.startsWith(before) ? before.length : note.length - (text.value.length - before.length);
    this.#notes.set(item, { struck: [...struck], highlights: [...highlights], note, sequence });
    this.#draw(item);
    if (text.value !== note) {
      text.value = note;
      text.setSelectionRange(caret, caret);
    }
    this.paint();
  }

  #field(item) {
    return item.section.querySelector('.note-field textarea');
  }

  #ownOf(item) {
    return this.#own.get(item) ?? [];
  }

  /** Whether it is what this page, or the one before a reload, has sent itself: the answer to that was lost. */
  #isOwn(item, stored) {
    return this.#ownOf(item).some((put) => put.sequence === stored.sequence && same(put, stored));
  }

  toggleNote(item) {
    const field = item.section.querySelector('.note-field');
    field.hidden = !field.hidden;
    this.#button(item, 'note').setAttribute('aria-expanded', !field.hidden);
    if (field.hidden) return;
    field.querySelector('textarea').focus();
    field.scrollIntoView({ block: 'nearest' });
  }

  /**
   * Highlights what is selected, or takes the highlight off it.
   *
   * @param byKeyboard whether text can be chosen by keyboard if nothing is selected
   */
  highlight(item, byKeyboard = true) {
    const found = selected(item.section);
    if (!found) {
      const { choosing, selectFirst } = document.body.dataset;
      const begun = byKeyboard && this.#choice.begin(item.section);
      this.#say(begun ? choosing : selectFirst);
      if (begun) this.#choice.reveal(); // the notice may have come into view in its place
      return;
    }
    const owner = found.part === 'scenario' ? this.#first(item) : item;
    const notes = this.#notes.get(owner);
    notes.highlights = toggled(notes.highlights, found);
    getSelection().removeAllRanges();
    this.#save(owner);
    this.paint();
  }

  #sayNoMoreOfChoosing() {
    this.#unsay(document.body.dataset.choosing);
  }

  strike(item, index) {
    item.section.querySelectorAll('button.strike')[index]?.click();
  }

  openReport(item) {
    const { title } = this.report.dataset;
    this.report.querySelector('h2').textContent = title.replace('{0}', item.position);
    this.report.dataset.position = item.position;
    this.report.showModal();
    this.report.querySelector('textarea').focus();
  }

  /** The items of a case study share the highlights of its scenario: the first one keeps them. */
  #first(item) {
    const position = Number(item.section.querySelector('.scenario')?.dataset.first ?? 0);
    return position ? [...this.#notes.keys()].find((one) => one.position === position) : item;
  }

  #marks(item) {
    const marks = this.#notes.get(item).highlights;
    const first = this.#first(item);
    return first === item ? marks : [...marks, ...this.#notes.get(first).highlights.filter((mark) => mark.startsWith('scenario:'))];
  }

  #equip(item) {
    const tools = document.getElementById('item-tools').content.cloneNode(true);
    tools.querySelector('[data-tool=highlight]').addEventListener('click', (event) => this.highlight(item, event.detail === 0)); // 0: not by a pointer
    tools.querySelector('[data-tool=note]').addEventListener('click', () => this.toggleNote(item));
    tools.querySelector('[data-tool=report]').addEventListener('click', () => this.openReport(item));
    const text = tools.querySelector('textarea');
    text.addEventListener('input', () => this.#typed(item, text));
    text.addEventListener('change', () => this.#wrote(item, text));
    item.section.querySelector('.question').append(tools);
    for (const row of item.section.querySelectorAll('.option-row')) this.#addStrike(item, row);
    this.#draw(item);
  }

  #addStrike(item, row) {
    const button = document.getElementById('strike-tool').content.firstElementChild.cloneNode(true);
    const id = row.querySelector('input').value;
    button.setAttribute('aria-label', button.title.replace('{0}', row.querySelector('.prose').textContent.trim()));
    button.title = button.dataset.short;
    button.addEventListener('click', () => {
      const notes = this.#notes.get(item);
      notes.struck = notes.struck.includes(id) ? notes.struck.filter((one) => one !== id) : [...notes.struck, id];
      this.#draw(item);
      this.#save(item);
    });
    row.append(button);
  }

  #draw(item) {
    const { struck, note } = this.#notes.get(item);
    for (const row of item.section.querySelectorAll('.option-row')) {
      const is = struck.includes(row.querySelector('input').value);
      row.classList.toggle('struck', is);
      row.querySelector('button.strike').setAttribute('aria-pressed', is);
    }
    const text = this.#field(item);
    if (document.activeElement !== text) text.value = note; // else a strike-out would take away what is being written
    if (note && this.item !== item) item.section.querySelector('.note-field').hidden = false;
    this.#button(item, 'note').setAttribute('aria-expanded', !item.section.querySelector('.note-field').hidden);
    this.#sayWhetherWritten(item);
  }

  /** A field that is closed shows no note. */
  #sayWhetherWritten(item) {
    const button = this.#button(item, 'note');
    button.textContent = this.#field(item).value ? button.dataset.written : button.dataset.empty;
  }

  #button(item, tool) {
    return item.section.querySelector(`[data-tool=${tool}]`);
  }

  #typed(item, text) {
    if (text.value.length >= text.maxLength) this.#say(document.body.dataset.noteFull);
    this.#sayWhetherWritten(item); // now, and not when the field is left: a button that moves under a finger is missed
    clearTimeout(this.#typing.get(item)?.timer);
    this.#typing.set(item, { text, timer: setTimeout(() => this.#wrote(item, text), PATIENCE) });
  }

  #wrote(item, text) {
    clearTimeout(this.#typing.get(item)?.timer);
    this.#typing.delete(item);
    const notes = this.#notes.get(item);
    if (notes.note === text.value) return;
    notes.note = text.value;
    this.#sayWhetherWritten(item);
    this.#save(item);
  }

  #save(item) {
    const notes = this.#notes.get(item);
    notes.sequence += 1;
    const { struck, highlights, note, sequence } = this.#bases.get(item);
    const own = [...this.#ownOf(item), { ...notes }].slice(-REMEMBERED);
    this.#own.set(item, own);
    this.#outbox.put('notes', item.position, { ...notes, base: { struck, highlights, note, sequence }, tried: own });
  }

  #tell(event) {
    const text = this.report.querySelector('textarea');
    if (event.submitter?.value === 'cancel' || !text.value.trim()) return;
    this.#outbox.put('report', Number(this.report.dataset.position), { id: uuid(), text: text.value });
    const button = this.#button(this.item, 'report');
    button.textContent = button.dataset.again;
    this.#say(document.body.dataset.reportKept);
    text.value = '';
  }
}

/** Of one item, and of several. */
function words(name) {
  return [document.body.dataset[name], document.body.dataset[`${name}Many`]];
}

/** Random, also where a page is not from a secure origin: there browsers have no crypto.randomUUID. */
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function read({ struck = '', highlights = '', note = '', notesSequence = '0' }) {
  return { struck: struck.split(' ').filter(Boolean), highlights: marksOf(highlights), note, sequence: Number(notesSequence) };
}
