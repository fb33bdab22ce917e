// <relais-drop> around a file field: a file dropped anywhere on it is chosen; its name is told in the page's own words.
class Drop extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input[type=file]');
    const name = this.querySelector('[data-name]');
    const none = name.textContent;
    const tell = () => (name.textContent = field.files[0]?.name ?? none);
    field.addEventListener('change', tell);
    tell();
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.dataset.over = '';
    });
    this.addEventListener('dragleave', () => delete this.dataset.over);
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      delete this.dataset.over;
      if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
      tell();
    });
  }
}
customElements.define('relais-drop', Drop);
