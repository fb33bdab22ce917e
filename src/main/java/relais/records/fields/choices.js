// The choices of a field: one more line, and each line a place up or down.
class RelaisChoices extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector('ol');
    this.querySelectorAll('[data-up], [data-down], [data-add]').forEach((button) => (button.hidden = false));
    this.addEventListener('click', (event) => this.press(event.target.closest('button')));
  }

  press(button) {
    if (!button) return;
    const line = button.closest('li');
    if (button.hasAttribute('data-add')) this.add();
    else if (button.hasAttribute('data-up')) line.previousElementSibling?.before(line);
    else if (button.hasAttribute('data-down')) line.nextElementSibling?.after(line);
    if (line) button.focus();
  }

  add() {
    const line = this.list.lastElementChild.cloneNode(true);
    line.removeAttribute('data-known');
    line.querySelectorAll('input').forEach((input) => (input.value = ''));
    this.list.append(line);
    line.querySelector('[name=choiceFr]').focus();
  }
}
customElements.define('relais-choices', RelaisChoices);
