// <relais-asof>: the time slider. Arrows move by a month, with Shift by a day; Home and End go to the ends; Escape comes back.
const DAY = 86_400_000;
const iso = (date) => date.toISOString().slice(0, 10);

class RelaisAsof extends HTMLElement {
  connectedCallback() {
    this.range = this.querySelector('input[type=range]');
    this.form = this.querySelector('form');
    this.first = new Date(`${this.dataset.first}T00:00:00Z`);
    this.today = new Date(`${this.dataset.today}T00:00:00Z`);
    this.range.addEventListener('input', () => this.say());
    this.range.addEventListener('change', () => this.go(0));
    this.range.addEventListener('keydown', (event) => this.key(event));
  }

  date() {
    return new Date(Math.min(this.today, this.first.getTime() + Number(this.range.value) * DAY));
  }

  move(date) {
    this.range.value = Math.round((Math.max(this.first, Math.min(this.today, date)) - this.first) / DAY);
    this.say();
    this.go(350);
  }

  months(step) {
    const date = this.date();
    const day = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + step);
    const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(Math.min(day, last));
    return date;
  }

  key(event) {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 }[event.key];
    if (step) this.move(event.shiftKey ? new Date(this.date().getTime() + step * DAY) : this.months(step));
    else if (event.key === 'Home') this.move(this.first);
    else if (event.key === 'End') this.move(this.today);
    else return;
    event.preventDefault();
  }

  say() {
    const date = this.date();
    const words = iso(date) === this.dataset.today
      ? this.dataset.now
      : date.toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
    this.range.setAttribute('aria-valuetext', words);
    const tag = document.querySelector('#asof-tag > span');
    if (tag) tag.textContent = words;
  }

  go(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.form.elements.at.value = iso(this.date()) === this.dataset.today ? '' : iso(this.date());
      this.form.requestSubmit();
    }, pause);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }
}
customElements.define('relais-asof', RelaisAsof);

// <relais-day>: the button opens the browser's calendar, the chosen day sends the form.
class RelaisDay extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input');
    this.querySelector('button').addEventListener('click', (event) => {
      event.preventDefault();
      input.showPicker?.();
    });
    input.addEventListener('change', () => input.value && input.form.requestSubmit());
  }
}
customElements.define('relais-day', RelaisDay);

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(':popover-open, dialog[open]')) return;
  document.querySelector('[data-return]')?.click();
});
