// <list-columns>: the order of columns by buttons or Alt with arrows; <list-bulk>: everything that matches, not only this page.
class ListColumns extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      const button = event.target.closest('[data-move]');
      if (button) this.move(button.closest('li'), button.dataset.move, button);
    });
    this.addEventListener('keydown', (event) => {
      const way = event.altKey && { ArrowUp: 'up', ArrowDown: 'down' }[event.key];
      if (!way) return;
      event.preventDefault();
      this.move(event.target.closest('li'), way, event.target);
    });
  }

  move(row, way, focus) {
    if (way === 'up') row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    focus.focus();
  }
}
customElements.define('list-columns', ListColumns);

class ListBulk extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.rows = this.closest('relais-rows');
    this.querySelector('[data-everything]')?.addEventListener('click', () => this.everything(true));
    this.querySelector('[data-enter]')?.addEventListener('keydown', (event) => event.key === 'Enter' && this.enter(event));
    this.rows.addEventListener('change', (event) => event.target.matches('.ck') && this.everything(false));
    this.rows.addEventListener('click', (event) => event.target.closest('[data-clear]') && this.everything(false));
    new MutationObserver(() => this.say()).observe(this.querySelector('[data-count]'), { childList: true });
  }

  everything(on) {
    this.form.elements.everything.value = on ? 'true' : '';
    this.classList.toggle('everything', on);
    const button = this.querySelector('[data-everything]');
    if (button) button.setAttribute('aria-pressed', on);
    if (on) this.querySelectorAll('[data-count]').forEach((count) => (count.textContent = this.querySelector('[data-total]').textContent));
  }

  say() {
    const words = this.querySelector('[data-many]');
    words.textContent = this.querySelector('[data-count]').textContent === '1' ? words.dataset.one : words.dataset.many;
  }

  enter(event) {
    event.preventDefault();
    this.querySelector('[value="tags+"]').click();
  }
}
customElements.define('list-bulk', ListBulk);

// The tab of the view being shown is in sight, however many there are.
document.addEventListener('DOMContentLoaded', () => document.querySelector('.bar > .tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
