// <auto-submit> around a form's controls: a change sends the form, typing after a short pause.
class AutoSubmit extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => !event.target.matches('[data-quiet]') && this.send());
    this.addEventListener('input', (event) => event.target.matches('input[type=search], input[type=text]') && this.later());
    this.querySelectorAll('[data-fallback]').forEach((button) => (button.hidden = true));
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), Number(this.dataset.pause ?? 250));
  }

  send() {
    clearTimeout(this.timer);
    (this.closest('form') ?? this.querySelector('form'))?.requestSubmit();
  }
}
customElements.define('auto-submit', AutoSubmit);
