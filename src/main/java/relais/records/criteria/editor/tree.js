// <criteria-tree>: Alt with arrows moves a condition or puts it into a group of its own, Delete takes it away, Tab goes on as everywhere.
class CriteriaTree extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', (event) => this.key(event));
  }

  key(event) {
    if (!event.target.matches('[data-word]')) return;
    const place = event.target.closest('[data-place]').dataset.place;
    const alone = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const verb = alone && (event.altKey ? { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'wrap' } : { Delete: 'remove', Backspace: 'remove' })[event.key];
    if (!verb || !place) return;
    event.preventDefault();
    this.send(`${verb}:${place}`);
  }

  send(what) {
    const button = Object.assign(document.createElement('button'), { name: 'do', value: what, hidden: true });
    this.querySelector('form').append(button);
    button.click();
    button.remove();
  }
}
customElements.define('criteria-tree', CriteriaTree);
