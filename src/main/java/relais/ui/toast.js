// One sentence about what was just done, with the way back. The next one replaces it; the undo stays in the operations.
const SECONDS = 10;

class RelaisToast extends HTMLElement {
  connectedCallback() {
    this.region = this.querySelector('[role=status]');
    document.addEventListener('toast', (event) => this.show(event.detail));
    document.addEventListener('keydown', (event) => this.undoByKey(event));
    this.showCookie();
  }

  showCookie() {
    const found = document.cookie.match(/(?:^|; )toast=([^;]*)/);
    if (!found) return;
    document.cookie = 'toast=; path=/; max-age=0; SameSite=Lax';
    this.show(JSON.parse(decodeURIComponent(found[1])));
  }

  show({ sentence, operation }) {
    this.close();
    this.operation = operation;
    const toast = document.createElement('div');
    toast.className = 'toast';
    this.region.textContent = sentence;
    this.region.classList.add('sr');
    const text = document.createElement('span');
    text.setAttribute('aria-hidden', 'true');
    text.textContent = sentence;
    toast.append(text, ...(operation ? [this.undoButton()] : []), this.closeButton(), this.line());
    this.append(toast);
  }

  undoButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn sm';
    button.append(this.dataset.undo + ' ', Object.assign(document.createElement('kbd'), { textContent: 'Ctrl Z' }));
    button.addEventListener('click', () => this.undo());
    return button;
  }

  closeButton() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'x';
    button.textContent = '×';
    button.setAttribute('aria-label', this.dataset.dismiss);
    button.addEventListener('click', () => this.close());
    return button;
  }

  line() {
    const line = document.createElement('span');
    line.className = 'left';
    line.addEventListener('animationend', () => this.close());
    this.timer = matchMedia('(prefers-reduced-motion: reduce)').matches ? setTimeout(() => this.close(), SECONDS * 1000) : 0;
    return line;
  }

  close() {
    clearTimeout(this.timer);
    this.querySelector('.toast')?.remove();
  }

  undo() {
    const { operation } = this;
    if (!operation) return;
    this.operation = '';
    this.close();
    const form = document.createElement('form');
    form.method = 'post';
    form.action = `/operations/${operation}/undo`;
    const token = document.querySelector('input[name=_csrf]');
    const headers = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}');
    this.add(form, '_csrf', token?.value ?? headers['X-CSRF-TOKEN']);
    this.add(form, 'workspace', headers['X-Workspace']);
    this.add(form, 'back', location.pathname + location.search);
    document.body.append(form);
    form.submit();
  }

  add(form, name, value) {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value: value ?? '' }));
  }

  undoByKey(event) {
    const typing = event.target.closest?.('input:not([type=checkbox]), textarea, select, [contenteditable]');
    if (typing || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !this.operation) return;
    event.preventDefault();
    this.undo();
  }
}
customElements.define('relais-toast', RelaisToast);
