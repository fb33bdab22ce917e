// The palette: arrows choose, Enter runs, Ctrl Enter opens in a new tab, Tab completes, Escape closes.
const PAUSE = 90;

class RelaisPalette extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector('dialog');
    this.input = this.querySelector('[role=combobox]');
    this.status = this.querySelector('[role=status]');
    this.input.addEventListener('input', () => this.later());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.querySelector('[role=search]').addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('pointermove', (event) => this.select(event.target.closest('[role=option]')));
  }

  get list() { return this.querySelector('[role=listbox]'); }
  get options() { return [...this.querySelectorAll('[role=option]')]; }
  get selected() { return this.querySelector('[role=option][aria-selected=true]'); }

  open() {
    if (this.dialog.open) return this.dialog.close();
    this.input.value = '';
    this.eager = null;
    this.dialog.showModal();
    this.load();
  }

  later() {
    clearTimeout(this.timer);
    this.eager = null;
    this.asked?.abort();
    this.waiting = true;
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  // An answer that comes after a newer question is dropped.
  async load() {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.waiting = true;
    const workspace = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}')['X-Workspace'] ?? '';
    const query = new URLSearchParams({ q: this.input.value });
    if (!this.input.value.trim()) opened(workspace).forEach((id) => query.append('id', id));
    try {
      const answer = await fetch(`/palette?${query}`, { headers: { 'HX-Request': 'true', 'X-Workspace': workspace }, signal: asked.signal });
      const text = await answer.text();
      if (asked.signal.aborted) return;
      answer.ok ? this.show(text) : this.failed();
    } catch (error) {
      if (!asked.signal.aborted) this.failed(error);
    }
  }

  show(text) {
    this.waiting = false;
    this.list.outerHTML = text;
    this.status.textContent = this.list.dataset.said ?? '';
    this.status.classList.toggle('sr', this.options.length > 0);
    this.select(this.selected ?? this.options[0]);
    if (this.eager) this.run(this.eager.tab);
  }

  failed() {
    this.eager = null;
    this.show('<div id="palette-list" role="listbox"></div>');
    this.status.textContent = this.dataset.failed;
  }

  select(option) {
    if (!option) return this.options.length || this.input.removeAttribute('aria-activedescendant');
    this.selected?.setAttribute('aria-selected', 'false');
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
  }

  move(step) {
    const { options } = this;
    this.select(options[(options.indexOf(this.selected) + step + options.length) % options.length]);
    this.selected?.scrollIntoView({ block: 'nearest' });
  }

  key(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.move(step);
    else if (event.key === 'Enter') this.run(event.ctrlKey || event.metaKey);
    else if (event.key === 'Tab' && !event.shiftKey && this.completes()) this.later();
    else return;
    event.preventDefault();
  }

  completes() {
    const title = this.selected?.querySelector('[data-title]').textContent;
    if (!title || this.waiting || title === this.input.value) return false;
    return (this.input.value = title);
  }

  // Whoever types and presses Enter means what is typed, not what is still shown.
  run(tab) {
    this.eager = this.waiting ? { tab } : null;
    const option = this.selected;
    if (this.waiting) return;
    if (tab && option?.href) window.open(option.href, '_blank', 'noopener');
    else option?.click();
  }

  clicked(event) {
    const option = event.target.closest('[role=option]');
    if (!option || event.ctrlKey || event.metaKey) return;
    this.dialog.close();
    if (option.dataset.then) document.getElementById(option.dataset.then)?.showModal();
  }
}

// The first page keeps these.
const opened = (workspace) => {
  try { return JSON.parse(localStorage.getItem(`opened:${workspace}`) ?? '[]'); } catch { return []; }
};

customElements.define('relais-palette', RelaisPalette);
