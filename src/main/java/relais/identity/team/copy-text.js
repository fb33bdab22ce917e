// <copy-text> around a read-only field and a button: the button copies the field's text and says so.
customElements.define('copy-text', class extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector('input');
    this.button = this.querySelector('button');
    this.button.hidden = false;
    this.button.addEventListener('click', () => this.copy());
    this.field.addEventListener('focus', () => this.field.select());
  }

  async copy() {
    this.field.select();
    try {
      await navigator.clipboard.writeText(this.field.value);
    } catch {
      document.execCommand('copy'); // plain HTTP has no clipboard of its own
    }
    this.button.querySelector('span').textContent = this.dataset.done;
  }
});
