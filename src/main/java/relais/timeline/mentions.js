// <relais-mentions> around a textarea: @ and the beginning of a name offer colleagues; the parts of a chosen name hang together.
const PLACE = /(?:^|[\s(])@([\p{L}'’-]*)$/u;
let lists = 0;

class RelaisMentions extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector('textarea');
    this.list = Object.assign(document.createElement('div'), { id: `mentions-${(lists += 1)}`, className: 'lookup mentions', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.dataset.label);
    this.append(this.list);
    this.text.setAttribute('aria-controls', this.list.id);
    this.text.addEventListener('input', () => this.look());
    this.text.addEventListener('keydown', (event) => this.key(event));
    this.text.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      if (event.target.closest('[role=option]')) this.take(event.target.closest('[role=option]'));
    });
  }

  place() {
    return this.text.value.slice(0, this.text.selectionStart).match(PLACE);
  }

  async look() {
    const place = this.place();
    if (!place) return this.close();
    const answer = await fetch(`/colleagues?q=${encodeURIComponent(place[1])}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (!answer?.ok || this.place()?.[1] !== place[1]) return undefined;
    this.list.innerHTML = await answer.text();
    if (!this.options().length) return this.close();
    this.options().forEach((option, at) => (option.id = `${this.list.id}-${at}`));
    this.list.hidden = false;
    return this.mark(0);
  }

  options() {
    return [...this.list.querySelectorAll('[role=option]')];
  }

  mark(at) {
    this.at = at;
    this.options().forEach((option, i) => option.setAttribute('aria-selected', i === at ? 'true' : 'false'));
    this.text.setAttribute('aria-activedescendant', this.options()[at].id);
  }

  key(event) {
    if (this.list.hidden) return;
    const all = this.options().length;
    if (event.key === 'ArrowDown') this.mark((this.at + 1) % all);
    else if (event.key === 'ArrowUp') this.mark((this.at - 1 + all) % all);
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.options()[this.at]);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  take(option) {
    const start = this.text.selectionStart - this.place()[1].length;
    this.text.setRangeText(`${option.dataset.name.replaceAll(' ', '\u00a0')} `, start, this.text.selectionStart, 'end');
    this.close();
    this.text.dispatchEvent(new Event('input', { bubbles: true }));
  }

  close() {
    this.list.hidden = true;
    this.text.removeAttribute('aria-activedescendant');
  }
}
customElements.define('relais-mentions', RelaisMentions);
