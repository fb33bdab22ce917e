// <list-cell> over a cell: the field's editor. Enter saves and goes down, Tab saves and goes on, Escape leaves.
class ListCell extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', (event) => this.typed(event), true);
    this.addEventListener('click', (event) => this.reverted(event), true);
    this.addEventListener('htmx:responseError', (event) => event.detail.xhr.status !== 422 && this.failed(event), true);
    const body = document.createElement('dl');
    this.append(body);
    new MutationObserver(() => this.answered()).observe(body, { childList: true });
    window.htmx.ajax('GET', this.path, { source: this.parentElement, target: body, swap: 'innerHTML' });
  }

  say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  // What could not be loaded leaves nothing open; what could not be saved stays as it was typed.
  failed(event) {
    if (event.detail.requestConfig.verb === 'get') this.say('cell-left');
  }

  reverted(event) {
    if (!event.target.closest('[data-revert]')) return;
    event.preventDefault();
    event.stopPropagation();
    this.say('cell-left');
  }

  typed(event) {
    if (event.target.getAttribute('aria-expanded') === 'true') return;
    if (event.key === 'Enter') this.next = this.below();
    if (event.key === 'Tab') this.tab(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.say('cell-left');
  }

  below() {
    const cell = this.parentElement;
    const row = cell.parentElement;
    return { row: row.nextElementSibling ?? row, at: cell.cellIndex, edit: false };
  }

  tab(event) {
    if (this.querySelector('[data-answer]')) return;
    const all = [...this.querySelectorAll('input:not([type=hidden]), select, textarea, button:not(.pri):not([data-revert])')];
    const controls = all.filter((each) => each.checkVisibility());
    if (event.target !== controls.at(event.shiftKey ? 0 : -1)) return;
    event.preventDefault();
    const cells = this.closest('list-grid').cells();
    const next = cells[cells.indexOf(this.parentElement) + (event.shiftKey ? -1 : 1)];
    this.save(next && { row: next.parentElement, at: next.cellIndex, edit: true });
  }

  // next: the cell that follows once this one is saved.
  save(next) {
    this.next = next;
    this.querySelector('form')?.requestSubmit();
  }

  // Settling gives new elements the classes of old ones for a moment, so it is the form that tells an editor.
  answered() {
    if (!this.querySelector('.prop')) return;
    if (!this.querySelector('relais-inline, .err')) return this.say('cell-saved', this.next);
    this.next = null;
    this.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
customElements.define('list-cell', ListCell);
