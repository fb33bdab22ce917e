// <relais-panes>: on a phone the card shows one of its three parts; the tabs say which.
class RelaisPanes extends HTMLElement {
  connectedCallback() {
    this.tabs = [...this.querySelectorAll('[role=tab]')];
    this.tabs.forEach((tab) => {
      tab.setAttribute('aria-controls', tab.dataset.pane);
      tab.tabIndex = tab.ariaSelected === 'true' ? 0 : -1;
    });
    this.addEventListener('click', (event) => event.target.closest('[role=tab]') && this.show(event.target.closest('[role=tab]')));
    this.addEventListener('keydown', (event) => this.key(event));
  }

  show(tab) {
    this.tabs.forEach((each) => {
      each.setAttribute('aria-selected', each === tab ? 'true' : 'false');
      each.tabIndex = each === tab ? 0 : -1;
      document.getElementById(each.dataset.pane)?.classList.toggle('on-m', each === tab);
    });
    tab.focus();
  }

  key(event) {
    const at = this.tabs.indexOf(event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.show(this.tabs[(to + this.tabs.length) % this.tabs.length]);
  }
}
customElements.define('relais-panes', RelaisPanes);

document.addEventListener('click', (event) => {
  if (!event.target.closest?.('[data-opens-slider]')) return;
  document.getElementById('asof')?.classList.add('shown');
  document.getElementById('asof-range')?.focus();
});
