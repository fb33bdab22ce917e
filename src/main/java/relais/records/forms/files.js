// <relais-files>: files are sent as soon as they are chosen; each becomes a label that can be taken out again.
class RelaisFiles extends HTMLElement {
  connectedCallback() {
    this.chosen = this.querySelector('[data-chosen]');
    this.input = this.querySelector('input[type=file]');
    this.status = this.querySelector('[role=status]');
    this.input.addEventListener('change', () => this.send());
    this.addEventListener('click', (event) => event.target.closest('[data-remove]')?.closest('.tag').remove());
  }

  async send() {
    const headers = { ...JSON.parse(document.body.getAttribute('hx-headers') ?? '{}'), 'HX-Request': 'true' };
    for (const file of this.input.files) {
      this.status.textContent = file.name;
      const body = new FormData();
      body.append('file', file);
      const answer = await fetch(this.dataset.url, { method: 'POST', headers, body }).catch(() => null);
      if (!answer?.ok) {
        this.status.textContent = `${this.dataset.wrong} ${file.name}`;
        return;
      }
      const label = document.createElement('template');
      label.innerHTML = await answer.text();
      this.chosen.append(label.content);
    }
    this.status.textContent = '';
    this.input.value = '';
  }
}
customElements.define('relais-files', RelaisFiles);
