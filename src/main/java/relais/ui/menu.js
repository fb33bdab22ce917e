// A native popover becomes a menu: arrows, Home, End, first letter; Escape gives the focus back.
class RelaisMenu extends HTMLElement {
  connectedCallback() {
    this.menu = this.querySelector('[popover]');
    this.menu?.addEventListener('toggle', (event) => event.newState === 'open' && this.opened());
    this.addEventListener('keydown', (event) => this.key(event));
    this.addEventListener('click', (event) => event.target.closest('[role^=menuitem], [data-opens]') && this.menu.hidePopover());
  }

  items() {
    return [...this.menu.querySelectorAll('a, button, input:not([type=hidden]), select')].filter((item) => !item.disabled);
  }

  opened() {
    if (!CSS.supports('position-area', 'block-end')) this.place();
    (this.menu.querySelector('[aria-checked=true]') ?? this.items()[0])?.focus();
  }

  place() {
    const opener = document.querySelector(`[popovertarget="${this.menu.id}"]`).getBoundingClientRect();
    const below = opener.bottom + this.menu.offsetHeight < innerHeight;
    this.menu.style.top = `${below ? opener.bottom + 4 : Math.max(4, opener.top - this.menu.offsetHeight - 4)}px`;
    this.menu.style.left = `${Math.max(4, Math.min(opener.left, innerWidth - this.menu.offsetWidth - 8))}px`;
  }

  key(event) {
    if (event.target.matches('input:not([type=checkbox]), select, textarea')) return;
    const items = this.items();
    const at = items.indexOf(document.activeElement);
    const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey ? event.key.toLowerCase() : '';
    const next = {
      ArrowDown: () => items[(at + 1) % items.length],
      ArrowUp: () => items[(at - 1 + items.length) % items.length],
      Home: () => items[0],
      End: () => items.at(-1),
    }[event.key]?.() ?? (letter.trim() && items.find((item) => item.textContent.trim().toLowerCase().startsWith(letter)));
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  }
}
customElements.define('relais-menu', RelaisMenu);
