// <relais-rows>: choose rows by checkbox, Shift for a range, X for the row with focus, Shift X for all; the bar shows
// while any is chosen, B goes there, E and T open its editor and its labels.
class RelaisRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => event.target.matches('tbody .ck, [data-row] .ck') && this.chosen(event));
    this.addEventListener('change', (event) => event.target.matches('[data-all]') && this.all(event.target.checked));
    this.addEventListener('keydown', (event) => this.key(event));
    // Keys for all rows work wherever the focus is, also on a page that was just opened.
    this.anywhere = (event) => this.contains(event.target) || this.keys(event);
    document.addEventListener('keydown', this.anywhere);
    this.addEventListener('htmx:afterSwap', () => this.show());
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.all(false));
    this.show();
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.anywhere);
  }

  boxes() {
    return [...this.querySelectorAll('tbody .ck, [data-row] .ck')];
  }

  chosen(event) {
    const boxes = this.boxes();
    const at = boxes.indexOf(event.target);
    if (event.shiftKey && this.last >= 0) {
      boxes.slice(Math.min(at, this.last), Math.max(at, this.last) + 1).forEach((box) => (box.checked = event.target.checked));
    }
    this.last = at;
    this.show();
  }

  all(on) {
    this.boxes().forEach((box) => (box.checked = on));
    this.show();
  }

  silent(event) {
    const typing = event.target.matches('input:not([type=checkbox]), textarea, select');
    return typing || event.ctrlKey || event.metaKey || event.altKey;
  }

  keys(event) {
    const away = event.target.closest?.('[popover]') || document.querySelector('dialog[open]');
    if (away || this.silent(event) || document.documentElement.dataset.keys === 'off') return;
    if (event.key === 'X') this.all(this.count() < this.boxes().length);
    if (event.key === 'b' && this.count()) this.bar();
    if (this.count()) this.act(event);
  }

  // E and T open what the bar offers under these letters.
  act(event) {
    const button = this.querySelector(`.bulk [data-bulk="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }

  key(event) {
    if (this.silent(event)) return;
    if (event.key === 'Escape' && this.count()) this.all(false);
    this.keys(event);
    if (document.documentElement.dataset.keys === 'off' || event.key !== 'x') return;
    const box = event.target.closest('tr, [data-row]')?.querySelector('.ck');
    if (box && box !== event.target) box.click();
  }

  bar() {
    [...this.querySelectorAll('.bulk button:not([disabled])')].find((button) => button.checkVisibility())?.focus();
  }

  count() {
    return this.boxes().filter((box) => box.checked).length;
  }

  show() {
    const count = this.count();
    const boxes = this.boxes().length;
    const all = this.querySelector('[data-all]');
    if (all) Object.assign(all, { checked: count > 0 && count === boxes, indeterminate: count > 0 && count < boxes });
    this.querySelectorAll('[data-count]').forEach((place) => (place.textContent = count.toLocaleString(document.documentElement.lang)));
    this.querySelectorAll('[data-when-all]').forEach((part) => (part.hidden = count === 0 || count < boxes));
    const bar = this.querySelector('.bulk');
    if (bar) bar.hidden = count === 0;
  }
}
customElements.define('relais-rows', RelaisRows);
