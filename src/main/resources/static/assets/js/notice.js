const place = document.getElementById('notice');

/** What the candidate should hear, above the item: until they have been at the item that it is about and left it. */
export class Notice {
  #told = new Map(); // pattern for one item -> {many, positions}: what has happened to items
  #said = null; // {position, text}: the newest answer to what the candidate does

  /** Says something about what the candidate has just done, in place of what was said so before. */
  say(position, text) {
    this.#said = text ? { position, text } : null;
    this.#show();
  }

  /** @param many the pattern for several items; without one each is told apart */
  tell(position, one, many) {
    const told = this.#told.get(one) ?? { many, positions: new Set() };
    told.positions.add(position);
    this.#told.set(one, told);
    this.#show();
  }

  /** What was said in these words is true no more. */
  unsay(texts) {
    if (texts.includes(this.#said?.text)) this.say(0, '');
  }

  /** The candidate has been at an item. */
  leave(position) {
    for (const { positions } of this.#told.values()) positions.delete(position);
    if (this.#said?.position === position) this.#said = null;
    this.#show();
  }

  /** What it is about may be far below. */
  reveal() {
    if (place.textContent) place.scrollIntoView({ block: 'nearest' });
  }

  #show() {
    const lines = [...this.#told].flatMap(([one, { many, positions }]) => {
      const all = [...positions].sort((a, b) => a - b);
      return many && all.length > 1 ? [many.replace('{0}', all.join(', '))] : all.map((position) => one.replace('{0}', position));
    });
    const text = [...lines, this.#said?.text].filter(Boolean).join('\n');
    if (place.textContent !== text) place.textContent = text; // nobody needs to hear it again
  }
}
