import { joinedAnswers, sameAnswer, saysTheSame } from './joined-answers.js';

const words = document.body.dataset;

/** The answers of this page, and what becomes of them where another page of the exam has given some too. */
export class Answers {
  #items;
  #outbox;
  #onChange;
  #say;
  #adopted = new Set(); // positions of which the notice says so

  /**
   * @param onChange told an item whose answer is another one now
   * @param say told (position, text)
   */
  constructor({ items, outbox, onChange, say }) {
    this.#items = items;
    this.#outbox = outbox;
    this.#onChange = onChange;
    this.#say = say;
  }

  /** How many saves this page knows to be stored. */
  get known() {
    return this.#items.reduce((sum, { base }) => sum + base.sequence, 0);
  }

  save(item) {
    this.#outbox.put('answer', item.position, item.next());
    this.#onChange(item);
  }

  /** What the server said to a save of this page. */
  settled(item, saved, save) {
    if (saved.outcome === 'out-of-sequence') {
      this.#settle(item, saved, save);
      return;
    }
    item.stored(saved);
    const next = this.#outbox.waiting('answer', item.position);
    if (next) next.base = item.base;
    if (saved.outcome === 'already-checked') this.#take(item, saved);
  }

  /** The item was answered elsewhere too, since this page last knew what was stored. */
  #settle(item, saved, mine) {
    const foreign = item.stored(saved);
    const both = foreign ? joinedAnswers(mine.base, mine, saved, item.ordered) : mine;
    this.#take(item, { ...both, sequence: saved.sequence });
    if (!saysTheSame(both, saved, item.ordered)) this.#putAgain(item, both);
    if (!foreign) return;
    if (!sameAnswer(both.answer, mine.answer, item.ordered)) this.#tellAdopted(item);
    else if (!sameAnswer(both.answer, saved.answer, item.ordered)) this.#say(item.position, words.overruled);
  }

  /**
   * What another page has stored; if this one has something to send, that settles it.
   *
   * @param tell whether the candidate should hear of it
   */
  hear(item, saved, tell = false) {
    if (!(saved.sequence > item.base.sequence) || this.#outbox.waiting('answer', item.position)) return;
    const news = !item.shows(saved);
    item.stored(saved);
    if (news) this.#take(item, saved);
    if (news && tell) this.#tellAdopted(item);
  }

  /** What another page of this browser had, and has not sent. */
  recall(item, kept) {
    const own = this.#outbox.waiting('answer', item.position);
    item.visited = true;
    if (own) {
      const both = joinedAnswers(kept.base, kept, own, item.ordered);
      if (saysTheSame(both, own, item.ordered)) return;
      this.#take(item, { ...both, sequence: kept.sequence });
      this.#putAgain(item, both);
      return;
    }
    this.#outbox.put('answer', item.position, kept);
    if (kept.base.sequence < item.base.sequence) return; // the server has something newer, and what it says settles it
    item.base = kept.base;
    item.own.push(kept);
    this.#take(item, kept);
  }

  #take(item, saved) {
    item.adopt(saved);
    this.#onChange(item);
  }

  /** What was given before, put as it is now. */
  #putAgain(item, { givenAt }) {
    this.#outbox.put('answer', item.position, { ...item.next(), givenAt });
  }

  #tellAdopted({ position }) {
    if (!document.getElementById('notice').textContent) this.#adopted.clear();
    this.#adopted.add(position);
    const all = [...this.#adopted].sort((one, other) => one - other);
    this.#say(position, all.length > 1 ? words.adoptedMany.replace('{0}', all.join(', ')) : words.adopted);
  }
}
