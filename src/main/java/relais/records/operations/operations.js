// The thread keeps its place: an operation opens beside it, and its row is marked.
class RelaisOperations extends HTMLElement {
  connectedCallback() {
    this.addEventListener('click', (event) => this.open(event));
    this.undone = () => location.reload();
    document.addEventListener('relais:undone', this.undone);
    addEventListener('popstate', () => this.isConnected && location.pathname.startsWith('/operations') && location.reload());
  }

  disconnectedCallback() {
    document.removeEventListener('relais:undone', this.undone);
  }

  open(event) {
    const link = event.target.closest('a[href^="/operations"]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.hasAttribute('download') || !(link.closest('aside') || link.matches('.what'))) return;
    event.preventDefault();
    this.show(link.href);
  }

  async show(href) {
    const pane = this.querySelector('#operation');
    pane.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(href, { headers: { Accept: 'text/html' } });
      if (!answer.ok) throw new Error(answer.status);
      this.put(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('relais-operations'), href);
    } catch {
      location.href = href;
    }
  }

  put(fresh, href) {
    const pane = this.querySelector('#operation');
    pane.replaceChildren(...fresh.querySelector('#operation').childNodes);
    pane.removeAttribute('aria-busy');
    this.toggleAttribute('data-pane', fresh.hasAttribute('data-pane'));
    for (const part of this.children) part.classList.toggle('on-m', fresh.hasAttribute('data-pane') === part.matches('aside'));
    const chosen = fresh.querySelector('tr[aria-selected]')?.dataset.operation;
    this.querySelectorAll('tr[aria-selected]').forEach((row) => row.removeAttribute('aria-selected'));
    this.querySelector(`tr[data-operation="${chosen}"]`)?.setAttribute('aria-selected', 'true');
    history.pushState({}, '', href);
    pane.focus({ preventScroll: true });
  }
}
customElements.define('relais-operations', RelaisOperations);
