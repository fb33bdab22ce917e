// <relais-points>: rows of e-mails, phones or addresses that can be added and removed.
class RelaisPoints extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => {
      if (event.target.closest('[data-add]')) this.addRow();
      const remove = event.target.closest('[data-remove]');
      if (remove) this.removeRow(remove.closest('.point-row'));
    });
  }

  addRow() {
    const row = this.querySelector('template').content.firstElementChild.cloneNode(true);
    this.querySelector('template').before(row);
    row.querySelector('input:not([type=hidden]), textarea').focus();
  }

  removeRow(row) {
    const next = row.nextElementSibling?.matches('.point-row') ? row.nextElementSibling : row.previousElementSibling;
    // The last row is emptied, not taken away: its names tell the server that the list was sent.
    if (this.querySelectorAll('.point-row').length === 1) row.querySelectorAll('input, textarea').forEach((each) => (each.value = ''));
    else row.remove();
    (next?.matches('.point-row') ? next : this).querySelector('input:not([type=hidden]), textarea')?.focus();
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
customElements.define('relais-points', RelaisPoints);
