// <relais-composer>: kinds as tabs, Ctrl+Enter sends, Escape leaves, the draft survives a reload until it is sent.
class RelaisComposer extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector('form');
    this.text = this.querySelector('textarea');
    const { 'X-Workspace': workspace } = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}');
    this.key = this.dataset.draft ? `relais:${workspace}:${this.dataset.draft}` : '';
    this.restore();
    this.addEventListener('click', (event) => event.target.closest('[data-kind]') && this.kind(event.target.closest('[data-kind]')));
    this.addEventListener('input', () => this.save());
    this.addEventListener('keydown', (event) => this.press(event));
    this.addEventListener('htmx:afterRequest', (event) => event.detail.successful && event.target === this.form && this.sent());
  }

  restore() {
    const draft = this.key && JSON.parse(localStorage.getItem(this.key) ?? 'null');
    if (draft && !this.text.value) {
      this.text.value = draft.text;
      const tab = this.querySelector(`[data-kind="${CSS.escape(draft.kind)}"]`);
      if (tab) this.kind(tab, false);
    }
    this.form.classList.toggle('open', Boolean(this.text.value));
  }

  kind(tab, focus = true) {
    this.form.elements.kind.value = tab.dataset.kind;
    this.querySelectorAll('[data-kind]').forEach((each) => {
      each.setAttribute('aria-checked', each === tab ? 'true' : 'false');
      each.tabIndex = each === tab ? 0 : -1;
    });
    this.text.placeholder = tab.dataset.placeholder;
    if (focus) this.text.focus();
    this.save();
  }

  save() {
    this.form.classList.toggle('open', Boolean(this.text.value));
    if (!this.key) return;
    if (this.text.value) localStorage.setItem(this.key, JSON.stringify({ text: this.text.value, kind: this.form.elements.kind.value }));
    else localStorage.removeItem(this.key);
  }

  press(event) {
    if (event.defaultPrevented) return;
    const tab = event.target.closest('[data-kind]');
    if (tab && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) this.step(event, tab);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    if (event.key === 'Escape') this.leave(event);
  }

  step(event, tab) {
    event.preventDefault();
    const tabs = [...this.querySelectorAll('[data-kind]')];
    const next = tabs[(tabs.indexOf(tab) + (event.key === 'ArrowRight' ? 1 : -1) + tabs.length) % tabs.length];
    this.kind(next, false);
    next.focus();
  }

  leave(event) {
    event.stopPropagation();
    event.preventDefault();
    const cancel = this.querySelector('[data-leave]');
    if (cancel) cancel.click();
    else document.activeElement.blur();
  }

  sent() {
    if (!this.key) return;
    localStorage.removeItem(this.key);
    this.text.value = '';
    this.form.elements.occurredAt.value = '';
    this.save();
  }
}
customElements.define('relais-composer', RelaisComposer);

// <relais-search>: the magnifier opens the search inside the thread.
class RelaisSearch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const button = this.querySelector('button');
    button.addEventListener('click', () => {
      form.hidden = !form.hidden;
      button.setAttribute('aria-expanded', form.hidden ? 'false' : 'true');
      if (!form.hidden) form.querySelector('input[type=search]').focus();
    });
  }
}
customElements.define('relais-search', RelaisSearch);

// <relais-back>: after an undo the browser comes back to where it is now.
class RelaisBack extends HTMLElement {
  connectedCallback() {
    this.querySelector('input[name=back]').value = location.pathname + location.search;
  }
}
customElements.define('relais-back', RelaisBack);
