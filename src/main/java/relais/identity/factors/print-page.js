// <print-page> around a button: the button prints the page; without scripts there is none to press.
customElements.define('print-page', class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.querySelector('button').addEventListener('click', () => window.print());
  }
});
