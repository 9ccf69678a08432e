import { joinedAnswers, sameAnswer, saysTheSame } from './joined-answers.js';

const words = document.body.dataset;

/** The answers of this page, and what becomes of them where another page of the exam has given some too. */
export class Answers {
  #items;
  #outbox;
  #onChange;
  #tell;

  /**
   * @param onChange told an item whose answer is another one now
   * @param tell told (position, pattern, pattern for several)
   */
  constructor({ items, outbox, onChange, tell }) {
    this.#items = items;
    this.#outbox = outbox;
    this.#onChange = onChange;
    this.#tell = tell;
  }

  /** How many saves this page knows to be stored. */
  get known() {
    return this.#items.reduce((sum, { base }) => sum + base.sequence, 0);
  }

  /** The candidate has answered, or taken the answer back. */
  give(item) {
    item.answered = this.#outbox.now;
    this.save(item);
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
    if (saved.outcome !== 'already-checked') return;
    const flagged = save.flagged !== save.base.flagged && save.flagged !== saved.flagged;
    this.#take(item, flagged ? { ...saved, flagged: save.flagged } : saved);
    if (flagged) this.save(item);
  }

  /** The item was answered elsewhere too, since this page last knew what was stored. */
  #settle(item, saved, mine) {
    const foreign = item.stored(saved);
    const both = foreign ? joinedAnswers(mine.base, mine, saved) : mine;
    const shown = item.answer;
    this.#take(item, { ...both, sequence: saved.sequence });
    if (!saysTheSame(both, saved, item.ordered)) this.#putAgain(item, both);
    if (!foreign) return;
    const same = (one, other) => sameAnswer(one, other, item.ordered);
    if (same(both.answer, saved.answer)) {
      if (!same(both.answer, shown)) this.#tell(item.position, words.adopted, words.adoptedMany);
    } else if (!same(saved.answer, mine.base.answer)) {
      this.#tell(item.position, words.overruled, words.overruledMany);
    }
  }

  /**
   * What another page has stored; if this one has something to send, that settles it.
   *
   * @param tell whether the candidate should hear of it
   */
  hear(item, saved, tell = false) {
    if (!(saved.sequence > item.base.sequence) || this.#outbox.waiting('answer', item.position)) return;
    const other = !sameAnswer(saved.answer, item.answer, item.ordered);
    const news = !item.shows(saved);
    item.stored(saved);
    if (news) this.#take(item, saved);
    else item.answered = saved.answered ?? undefined;
    if (other && tell) this.#tell(item.position, words.adopted, words.adoptedMany);
  }

  /** What another page of this browser had, and has not sent. */
  recall(item, kept) {
    const own = this.#outbox.waiting('answer', item.position);
    item.visited = true;
    item.own.push(...(kept.tried ?? []));
    if (own) {
      const both = joinedAnswers(kept.base, kept, own);
      if (saysTheSame(both, own, item.ordered)) return;
      this.#take(item, { ...both, sequence: kept.sequence });
      this.#putAgain(item, both);
      return;
    }
    if (kept.base.sequence < item.base.sequence) {
      this.#settle(item, { ...item.base, answered: item.answered }, kept);
      return;
    }
    this.#outbox.put('answer', item.position, kept);
    item.base = kept.base;
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
}
