// <relais-formula>: puts fields and functions where the caret stands, and repairs a mistake at its place.
class RelaisFormula extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector('textarea');
    this.addEventListener('click', (event) => this.press(event.target.closest('[data-insert], [data-repair]')));
  }

  press(button) {
    if (!button) return;
    if (button.dataset.repair !== undefined) this.text.value = button.dataset.repair;
    else this.insert(button.dataset.insert);
    this.text.focus();
    this.text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // Between parentheses the caret stands where the first argument goes.
  insert(piece) {
    const from = this.text.selectionStart ?? this.text.value.length;
    this.text.setRangeText(piece, from, this.text.selectionEnd ?? from, 'end');
    if (piece.endsWith('()')) this.text.selectionStart = this.text.selectionEnd = this.text.selectionEnd - 1;
  }
}
customElements.define('relais-formula', RelaisFormula);
