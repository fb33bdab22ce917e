// <relais-board>: cards go to another column by dragging, or by Shift and an arrow; each move is sent by the card's own form.
class RelaisBoard extends HTMLElement {
  connectedCallback() {
    if (this.dataset.moves !== 'true') return;
    this.addEventListener('dragstart', (event) => this.taken(event));
    this.addEventListener('dragover', (event) => this.over(event));
    this.addEventListener('dragend', () => this.left());
    this.addEventListener('drop', (event) => this.dropped(event));
    this.addEventListener('keydown', (event) => this.key(event));
    const back = RelaisBoard.moved && document.getElementById(RelaisBoard.moved);
    RelaisBoard.moved = null;
    back?.focus({ preventScroll: false });
  }

  columns() {
    return [...this.querySelectorAll('section[data-to]')];
  }

  taken(event) {
    this.card = event.target.closest('.tile[draggable]');
    if (!this.card) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', this.card.id);
    this.card.classList.add('taken');
  }

  over(event) {
    const column = event.target.closest('section[data-to]');
    if (!this.card || !column) return;
    event.preventDefault();
    this.columns().forEach((each) => each.classList.toggle('here', each === column));
  }

  left() {
    this.card?.classList.remove('taken');
    this.columns().forEach((each) => each.classList.remove('here'));
    this.card = null;
  }

  dropped(event) {
    const column = event.target.closest('section[data-to]');
    const card = this.card;
    if (!card || !column) return;
    event.preventDefault();
    this.left();
    if (card.closest('section') !== column) this.move(card, column);
  }

  key(event) {
    const card = event.target.closest('.tile');
    if (!card || event.target !== card) return;
    if (event.key === 'Enter') card.querySelector('.nm').click();
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const walk = { ArrowUp: 'previousElementSibling', ArrowDown: 'nextElementSibling' }[event.key];
    if (walk) card[walk]?.focus();
    else if (step && event.shiftKey && card.draggable) this.move(card, this.beside(card, step));
    else if (step) this.beside(card, step)?.querySelector('.tile')?.focus();
    else return;
    event.preventDefault();
  }

  beside(card, step) {
    const columns = this.columns();
    return columns[columns.indexOf(card.closest('section')) + step];
  }

  move(card, column) {
    if (!column) return;
    const form = card.querySelector('form');
    RelaisBoard.moved = card.id;
    column.querySelector('.cards').prepend(card);
    window.htmx.ajax('POST', form.getAttribute('hx-post'), {
      target: '#board',
      swap: 'outerHTML',
      values: { to: column.dataset.to, version: form.elements.version.value },
    });
  }
}
customElements.define('relais-board', RelaisBoard);

// A move that is refused leaves the board as it stands on the server.
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.target?.id === 'board') window.htmx.ajax('GET', location.href, { target: '#board', select: '#board', swap: 'outerHTML' });
});
