// <relais-links>: several linked records; each one found becomes a label that can be taken out again.
class RelaisLinks extends HTMLElement {
  connectedCallback() {
    this.chosen = this.querySelector('[data-chosen]');
    this.blank = this.querySelector('template');
    this.addEventListener('change', (event) => this.found(event));
    this.addEventListener('click', (event) => this.clicked(event));
  }

  found(event) {
    if (!event.target.matches('relais-lookup')) return;
    const id = event.target.querySelector('[data-id]');
    const input = event.target.querySelector('input:not([type=hidden])');
    if (!id.value) return;
    if (!this.ids().includes(id.value)) this.add(id.value, input.value);
    id.value = '';
    input.value = '';
  }

  ids() {
    return [...this.chosen.querySelectorAll('input')].map((input) => input.value);
  }

  add(id, name) {
    const label = this.blank.content.firstElementChild.cloneNode(true);
    const remove = label.querySelector('[data-remove]');
    label.querySelector('input').value = id;
    label.querySelector('.cut').textContent = name;
    for (const attribute of ['aria-label', 'title']) remove.setAttribute(attribute, `${remove.getAttribute(attribute)} ${name}`.trim());
    this.chosen.append(label);
  }

  clicked(event) {
    const remove = event.target.closest('[data-remove]');
    if (!remove) return;
    remove.closest('.tag').remove();
    this.querySelector('input:not([type=hidden])').focus();
  }
}
customElements.define('relais-links', RelaisLinks);
