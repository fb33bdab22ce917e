// <relais-merge>: the column "after" follows what is chosen.
class RelaisMerge extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => {
      const row = event.target.closest('tr');
      if (row) this.show(row);
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.querySelector('form').requestSubmit();
    });
  }

  show(row) {
    const chosen = [...row.querySelectorAll('input:checked')].map((input) => input.parentElement.querySelector('.val'));
    const after = row.querySelector('.res');
    if (row.dataset.several !== 'true') {
      after.replaceChildren(...(chosen[0] ? chosen[0].cloneNode(true).childNodes : []));
      return;
    }
    const texts = new Set(chosen.flatMap((value) => [...value.querySelectorAll('.point, .tag')].map((e) => e.textContent.trim())));
    const words = { 0: row.dataset.none, 1: row.dataset.one }[texts.size] ?? row.dataset.many.replace('7', texts.size);
    after.textContent = words;
  }
}
customElements.define('relais-merge', RelaisMerge);
