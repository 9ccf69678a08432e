/** Lets people drop files where they may choose them. */
class FileDrop extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input[type="file"]');
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('over');
    });
    this.addEventListener('dragleave', () => this.classList.remove('over'));
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.classList.remove('over');
      if (event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        input.focus();
      }
    });
  }
}

customElements.define('file-drop', FileDrop);
