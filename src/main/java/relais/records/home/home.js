// The browser remembers which records were opened, by id alone; <home-recent> shows them first.
const KEY = () => `opened:${JSON.parse(document.body.getAttribute('hx-headers') ?? '{}')['X-Workspace'] ?? ''}`;
const remembered = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY()) ?? '[]');
  } catch {
    return [];
  }
};

class HomeRecent extends HTMLElement {
  connectedCallback() {
    const ids = remembered();
    if (ids.length) window.htmx.ajax('GET', `/recent?${ids.map((id) => `id=${id}`).join('&')}`, { target: '#recent', swap: 'outerHTML' });
  }
}

document.addEventListener('DOMContentLoaded', () => {
  const id = location.pathname.match(/^\/[a-z-]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)?.[1];
  if (id && !location.pathname.startsWith('/operations/')) {
    localStorage.setItem(KEY(), JSON.stringify([id, ...remembered().filter((known) => known !== id)].slice(0, 12)));
  }
  customElements.define('home-recent', HomeRecent);
});
