// <relais-draft> around a form: what is half written survives a reload, until the form is sent and taken.
const SENT = 'relais:sent';
const store = (key) => `relais:${JSON.parse(document.body.getAttribute('hx-headers') ?? '{}')['X-Workspace'] ?? ''}:${key}`;

class RelaisDraft extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.key = store(this.dataset.key);
    this.first = this.values();
    if (this.dataset.fresh === 'true') this.restore();
    this.addEventListener('input', () => this.save());
    this.addEventListener('change', () => this.save());
    this.form.addEventListener('submit', () => sessionStorage.setItem(SENT, this.key));
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.form.requestSubmit();
    });
    const wrong = this.querySelector('[aria-invalid=true]') ?? document.getElementById('form-problems');
    (wrong ?? (matchMedia('(pointer: coarse)').matches ? null : this.querySelector('input[type=text], input:not([type])')))?.focus();
  }

  values() {
    return [...new FormData(this.form)].filter(([name]) => !['_csrf', 'workspace', 'version', 'back'].includes(name));
  }

  save() {
    const now = JSON.stringify({ version: this.dataset.version ?? '', values: this.values() });
    localStorage.setItem(this.key, now);
  }

  restore() {
    const draft = JSON.parse(localStorage.getItem(this.key) ?? 'null');
    if (!draft || draft.version !== (this.dataset.version ?? '') || JSON.stringify(draft.values) === JSON.stringify(this.first)) return;
    const left = new Map();
    draft.values.forEach(([name, value]) => left.set(name, [...(left.get(name) ?? []), value]));
    for (const [name, values] of left) this.fill(name, values);
    this.say();
  }

  fill(name, values) {
    const all = () => [...this.form.elements].filter((each) => each.name === name);
    const list = all()[0]?.closest('relais-points');
    while (list && all().length < values.length) list.querySelector('[data-add]').click();
    all().forEach((each, at) => {
      if (each.matches('[type=checkbox], [type=radio]')) each.checked = values.includes(each.value);
      else if (at < values.length) each.value = values[at];
    });
  }

  say() {
    const words = document.querySelector('relais-draft template.drafted');
    if (words) this.form.prepend(words.content.cloneNode(true));
    this.querySelector('[data-drop]')?.addEventListener('click', () => {
      localStorage.removeItem(this.key);
      location.reload();
    });
  }
}
customElements.define('relais-draft', RelaisDraft);

// A page without that form came back: it was taken, its draft may go.
document.addEventListener('DOMContentLoaded', () => {
  const sent = sessionStorage.getItem(SENT);
  if (sent && ![...document.querySelectorAll('relais-draft')].some((each) => store(each.dataset.key) === sent) && !document.querySelector('[data-answer]')) localStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
});
