/** Says whether everything is saved. Speaks up only when something is not. */
class SavedState extends HTMLElement {
  connectedCallback() {
    this.status = this.querySelector('[role=status]');
    this.shown = document.createElement('span');
    this.append(this.shown);
    this.show({ waiting: 0, failing: false });
  }

  show({ waiting, failing }) {
    this.classList.toggle('waiting', failing);
    const text = failing ? this.dataset.waiting.replace('{0}', waiting) : waiting ? this.dataset.saving : this.dataset.saved;
    // While all goes well nobody needs to hear of every save.
    const spoken = failing || this.failed ? text : '';
    if (this.status.textContent !== spoken) this.status.textContent = spoken;
    this.shown.textContent = spoken ? '' : text;
    this.failed = failing;
  }
}

customElements.define('saved-state', SavedState);
