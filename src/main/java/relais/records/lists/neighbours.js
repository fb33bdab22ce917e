// <list-neighbours> on a card: the records before and after it in the list that it was reached from, in this tab.
const KEY = 'relais:list';

document.addEventListener('click', (event) => {
  const grid = event.target.closest?.('a.who') && event.target.closest('list-grid');
  if (!grid) return;
  const position = Number(grid.dataset.first) + event.target.closest('tr').rowIndex - 1;
  sessionStorage.setItem(KEY, JSON.stringify({ list: grid.dataset.list, position }));
}, true);

class ListNeighbours extends HTMLElement {
  connectedCallback() {
    const left = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    const [path, query] = left?.list.split('?') ?? [];
    if (path !== this.dataset.list) return;
    this.addEventListener('click', (event) => this.step(event.target.closest('[data-step]'), left));
    const parameters = new URLSearchParams(query);
    parameters.set('position', left.position);
    window.htmx.ajax('GET', `${path}/${this.dataset.id}/neighbours?${parameters}`, { source: this, target: this, swap: 'innerHTML' });
  }

  step(link, left) {
    if (link) sessionStorage.setItem(KEY, JSON.stringify({ ...left, position: left.position + Number(link.dataset.step) }));
  }
}
customElements.define('list-neighbours', ListNeighbours);
