// <list-grid> around a table: arrows walk through its cells; Enter, F2 or a double click opens the editor of one.
class ListGrid extends HTMLElement {
  connectedCallback() {
    this.tip = this.querySelector(':scope > template').content.firstElementChild;
    this.addEventListener('keydown', (event) => this.walk(event));
    this.addEventListener('dblclick', (event) => !event.target.closest('list-cell') && this.open(event.target.closest('td')));
    this.addEventListener('click', (event) => this.also(event), true);
    this.addEventListener('focusin', (event) => event.target.matches('td[data-edit]:focus-visible') && event.target.append(this.tip));
    this.addEventListener('focusout', () => this.tip.remove());
    this.addEventListener('cell-left', (event) => this.left(event.target));
    this.addEventListener('cell-saved', (event) => this.saved(event.target, event.detail));
  }

  // Shift with a click or Enter on a head makes it the second key of the order.
  also(event) {
    const link = event.shiftKey && event.target.closest('a[data-also]');
    if (!link) return;
    event.preventDefault();
    location.assign(link.dataset.also);
  }

  editor() {
    return this.querySelector('list-cell');
  }

  cells() {
    return [...this.querySelectorAll('td[data-edit]')].filter((cell) => cell.checkVisibility());
  }

  focusCell(cell) {
    if (!cell || cell.matches('.choice')) return false;
    (cell.querySelector('a.who') ?? cell).focus();
    return true;
  }

  walk(event) {
    const cell = event.target.closest('td:not(.choice)');
    if (!cell || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('list-cell, [popover]')) return;
    const [row, at] = [cell.parentElement, cell.cellIndex];
    const beside = { ArrowLeft: cell.previousElementSibling, ArrowRight: cell.nextElementSibling, ArrowUp: row.previousElementSibling?.cells[at], ArrowDown: row.nextElementSibling?.cells[at] };
    const opens = event.key === 'F2' || (event.key === 'Enter' && event.target === cell);
    if (event.key === 'Escape' && this.editor()) this.left(this.editor());
    else if (opens && cell.dataset.edit) this.open(cell);
    else if (opens && event.key === 'Enter' && cell.querySelector('a')) cell.querySelector('a').click();
    else if (!(event.key in beside) || !this.focusCell(beside[event.key])) return;
    event.preventDefault();
    event.stopPropagation();
  }

  open(cell) {
    if (!cell?.dataset.edit) return;
    const open = this.editor();
    if (open) return open.save({ row: cell.parentElement, at: cell.cellIndex, edit: true });
    this.tip.remove();
    cell.classList.add('edit');
    const editor = document.createElement('list-cell');
    editor.path = `${this.dataset.records}${cell.parentElement.dataset.id}/fields/${cell.dataset.edit}/editing`;
    cell.append(editor);
  }

  left(editor) {
    const cell = editor.parentElement;
    cell.classList.remove('edit');
    editor.remove();
    cell.focus();
    return cell;
  }

  async saved(editor, next) {
    const cell = this.left(editor);
    const [row, at] = [cell.parentElement, cell.cellIndex];
    const answer = await fetch(`${this.dataset.rows}${row.dataset.id}${this.dataset.query}`, { headers: { 'HX-Request': 'true' } }).catch(() => null);
    if (!answer?.ok) return location.reload();
    const fresh = this.put(row, await answer.text());
    fresh.cells[at].classList.add('changed');
    const target = next ? (next.row === row ? fresh : next.row).cells[next.at] : fresh.cells[at];
    return next?.edit ? this.open(target) : this.focusCell(target);
  }

  put(row, html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const fresh = template.content.querySelector('tr');
    const [before, now] = [row, fresh].map((each) => each.querySelector('.choice .ck'));
    if (before?.checked && now) now.checked = true;
    row.replaceWith(fresh);
    return fresh;
  }
}
customElements.define('list-grid', ListGrid);
