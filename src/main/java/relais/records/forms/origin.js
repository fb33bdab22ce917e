// <relais-origin>: the popover that tells where a value comes from; it closes when the value is restored.
class RelaisOrigin extends HTMLElement {
  connectedCallback() {
    this.pop = this.querySelector('[popover]');
    this.addEventListener('click', (event) => event.target.closest('[data-hides]') && this.hide());
    this.pop.addEventListener('toggle', (event) => event.newState === 'open' && this.place());
    document.addEventListener('click', (event) => {
      const opener = event.target.closest?.('[popovertarget="origin"]');
      if (opener) this.opener = opener;
    }, true);
    this.addEventListener('htmx:afterSettle', () => this.pop.matches(':popover-open') && this.place());
  }

  hide() {
    requestAnimationFrame(() => this.pop.matches(':popover-open') && this.pop.hidePopover());
  }

  place() {
    if (CSS.supports('position-area', 'block-end') || !this.opener) return;
    const at = this.opener.getBoundingClientRect();
    this.pop.style.top = `${Math.min(at.bottom + 4, innerHeight - this.pop.offsetHeight - 8)}px`;
    this.pop.style.left = `${Math.max(8, Math.min(at.left, innerWidth - this.pop.offsetWidth - 8))}px`;
  }
}
customElements.define('relais-origin', RelaisOrigin);
