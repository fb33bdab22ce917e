// <criteria-choice>: typing narrows a list of links, arrows walk through it.
class CriteriaChoice extends HTMLElement {
  connectedCallback() {
    this.addEventListener('input', (event) => event.target.matches('[data-find]') && this.narrow(event.target.value));
    this.addEventListener('keydown', (event) => this.key(event));
  }

  narrow(text) {
    const folded = fold(text);
    this.querySelectorAll('[data-item]').forEach((item) => (item.hidden = !fold(item.textContent).includes(folded)));
    this.querySelectorAll('[role=group]').forEach((group) => (group.hidden = !group.querySelector('[data-item]:not([hidden])')));
  }

  key(event) {
    const items = [...this.querySelectorAll('[data-item]:not([hidden])')];
    if (event.key === 'Enter' && event.target.matches('[data-find]')) {
      event.preventDefault();
      items[0]?.click();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = items.indexOf(document.activeElement);
    (items[at + step] ?? this.querySelector('[data-find]')).focus();
  }
}
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
customElements.define('criteria-choice', CriteriaChoice);
