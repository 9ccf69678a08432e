/** Says whether everything is saved, as soon as it is told. Speaks up only when something is not. */
class SavedState extends HTMLElement {
  refused = 0;
  failed = false;

  connectedCallback() {
    this.status = this.querySelector('[role=status]');
    this.shown = document.createElement('span');
    this.append(this.shown);
  }

  /** What was refused stays unsaved until it is answered again. */
  refuse(count) {
    this.refused = count;
    if (this.state) this.show(this.state); // else it is told soon
  }

  /** For who wants to know it exactly. */
  acknowledged(position, { sequence, recordedAt }) {
    if (recordedAt) this.title = this.dataset.acknowledged.replace('{0}', sequence).replace('{1}', position).replace('{2}', recordedAt.slice(11, 19));
  }

  show(state) {
    this.state = state;
    const { waiting, failing, late } = state;
    const refused = !failing && !waiting && (this.refused > 0 || late > 0);
    this.classList.toggle('waiting', failing || refused);
    const text = this.#text(state, refused);
    // While all goes well nobody needs to hear of every save.
    const spoken = failing || refused || this.failed ? text : '';
    if (this.status.textContent !== spoken) this.status.textContent = spoken;
    this.shown.textContent = spoken ? '' : text;
    this.failed = failing || refused;
  }

  #text({ waiting, failing, late, full }, refused) {
    if (refused && late) return this.dataset.late.replace('{0}', late);
    if (refused) return this.dataset.refused.replace('{0}', this.refused);
    if (failing && full) return this.dataset.full.replace('{0}', waiting);
    if (failing) return this.dataset.waiting.replace('{0}', waiting);
    return waiting ? this.dataset.saving : this.dataset.saved;
  }
}

customElements.define('saved-state', SavedState);
