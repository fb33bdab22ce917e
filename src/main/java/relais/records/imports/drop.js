// <relais-drop> around a file field: a file dropped anywhere on it is chosen.
class Drop extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input[type=file]');
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.dataset.over = '';
    });
    this.addEventListener('dragleave', () => delete this.dataset.over);
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      delete this.dataset.over;
      if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    });
  }
}
customElements.define('relais-drop', Drop);
