// <relais-lookup>: suggestions under a text input; a link fills its hidden id, tags complete their last part.
let count = 0;

class RelaisLookup extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector('input:not([type=hidden])');
    this.hidden_ = this.querySelector('input[type=hidden]');
    this.list = Object.assign(document.createElement('div'), { id: `lookup-${(count += 1)}`, className: 'lookup', hidden: true });
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.dataset.label);
    this.append(this.list);
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-autocomplete': 'list', 'aria-controls': this.list.id })) this.input.setAttribute(name, value);
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => setTimeout(() => this.close(), 150));
    this.list.addEventListener('pointerdown', (event) => this.pointed(event));
  }

  later() {
    if (this.hidden_) this.hidden_.value = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), 150);
  }

  typed() {
    const parts = this.input.value.split(',');
    return (this.dataset.multiple === 'true' ? parts.at(-1) : this.input.value).trim();
  }

  async ask() {
    const q = this.typed();
    if (!q) return this.close();
    const answer = await fetch(`${this.dataset.url}?q=${encodeURIComponent(q)}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (!answer?.ok || q !== this.typed()) return undefined;
    this.list.innerHTML = await answer.text();
    this.options().forEach((option, at) => (option.id = `${this.list.id}-${at}`));
    if (this.dataset.multiple === 'true' && !this.options().length) return this.close();
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    return this.mark(this.dataset.multiple === 'true' ? -1 : 0);
  }

  options() {
    return [...this.list.querySelectorAll('[role=option]')];
  }

  mark(at) {
    this.at = at;
    this.options().forEach((option, i) => option.setAttribute('aria-selected', i === at ? 'true' : 'false'));
    const current = this.options()[at];
    if (current) this.input.setAttribute('aria-activedescendant', current.id);
    else this.input.removeAttribute('aria-activedescendant');
    current?.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    if (this.list.hidden) return;
    const all = this.options().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.mark((this.at + (event.key === 'ArrowDown' ? 1 : -1) + all) % all);
    else if ((event.key === 'Enter' || event.key === 'Tab') && this.options()[this.at]) this.take(this.options()[this.at]);
    else if (event.key === 'Escape') this.close();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  }

  pointed(event) {
    const option = event.target.closest('[role=option]');
    if (!option) return;
    event.preventDefault();
    this.take(option);
  }

  take(option) {
    if (this.hidden_) this.hidden_.value = option.dataset.id;
    const before = this.input.value.split(',').slice(0, -1).map((part) => part.trim());
    this.input.value = this.dataset.multiple === 'true' ? [...before, option.dataset.name].join(', ') : option.dataset.name;
    this.close();
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }
}
customElements.define('relais-lookup', RelaisLookup);
