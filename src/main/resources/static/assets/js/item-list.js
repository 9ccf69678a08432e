/** The lists of the navigator and the review screen: every item with its status. The page brings an empty entry. */
export class ItemList {
  #body = document.body;

  constructor(items, { onGo }) {
    this.items = items;
    for (const entries of document.querySelectorAll('ol.entries')) entries.append(...items.map((item) => this.#entry(item)));
    document.addEventListener('click', (event) => {
      const entry = event.target.closest('.entries a');
      const filter = event.target.closest('.filters a');
      if (!entry && !filter) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return; // a new tab is the browser's business
      event.preventDefault();
      if (entry) onGo(Number(entry.closest('li').dataset.entry));
      else this.#filter(filter);
    });
    for (const item of items) this.update(item);
  }

  #entry({ position }) {
    const entry = document.getElementById('entry').content.firstElementChild.cloneNode(true);
    entry.dataset.entry = position;
    entry.querySelector('a').href = `${this.#body.dataset.address}?item=${position}`;
    entry.querySelector('.number').textContent = position;
    return entry;
  }

  update(item) {
    for (const entry of document.querySelectorAll(`[data-entry="${item.position}"]`)) {
      entry.dataset.status = item.status;
      entry.dataset.flagged = item.flagged;
      const words = this.#body.dataset;
      entry.querySelector('.status').textContent = { answered: words.wordAnswered, incomplete: words.wordIncomplete, unseen: words.wordUnseen }[item.status];
    }
  }

  current(position) {
    for (const link of document.querySelectorAll('.entries a[aria-current]')) link.removeAttribute('aria-current');
    for (const link of document.querySelectorAll(`[data-entry="${position}"] a`)) link.setAttribute('aria-current', 'true');
  }

  /** Lists again what the chosen filter asks for. */
  refresh() {
    const chosen = document.querySelector('.filters a[aria-current]');
    if (chosen) this.#filter(chosen);
  }

  #filter(link) {
    for (const other of document.querySelectorAll('.filters a')) other.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    const wanted = {
      all: () => true,
      incomplete: (item) => item.status !== 'answered',
      unseen: (item) => item.status === 'unseen',
      flagged: (item) => item.flagged,
    }[link.dataset.show];
    let shown = 0;
    for (const item of this.items) {
      const entry = document.querySelector(`#overview [data-entry="${item.position}"]`);
      entry.hidden = !wanted(item);
      shown += entry.hidden ? 0 : 1;
    }
    document.querySelector('#overview .none').hidden = shown > 0;
  }
}
