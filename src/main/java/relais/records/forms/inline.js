// <relais-inline> around an editor in place: Enter saves (Ctrl+Enter in several lines), Escape reverts.
class RelaisInline extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', (event) => this.key(event));
    const field = this.querySelector('[autofocus]') ?? this.querySelector('input:not([type=hidden]), select, textarea');
    requestAnimationFrame(() => {
      field?.focus();
      if (field?.matches('input[type=text], input[type=tel], input:not([type])') && !field.dataset.early) field.select();
    });
  }

  key(event) {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') this.revert(event);
    if (event.key === 'Enter' && event.target.matches('textarea') && (event.ctrlKey || event.metaKey)) this.save(event);
    if (event.key === 'Enter' && event.target.matches('select')) this.save(event);
  }

  revert(event) {
    event.preventDefault();
    event.stopPropagation();
    this.querySelector('[data-revert]')?.click();
  }

  save(event) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
}
customElements.define('relais-inline', RelaisInline);

// An answer that asks for a choice is shown in the page although its status says conflict.
document.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.status !== 409 || !event.detail.serverResponse.includes('data-answer')) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});
