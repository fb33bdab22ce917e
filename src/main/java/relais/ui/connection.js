// <relais-connection>: says that the connection is lost, asks again by itself, and goes when it is back.
const PAUSE = 4000;

class RelaisConnection extends HTMLElement {
  connectedCallback() {
    document.addEventListener('htmx:sendError', () => this.lost());
    document.addEventListener('htmx:afterRequest', (event) => event.detail.successful && this.found());
    window.addEventListener('offline', () => this.lost());
    window.addEventListener('online', () => this.ask());
  }

  lost() {
    this.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  found() {
    this.hidden = true;
    clearTimeout(this.timer);
  }

  async ask() {
    try {
      const answer = await fetch('/health', { cache: 'no-store' });
      if (answer.ok) this.found();
      else this.lost();
    } catch {
      this.lost();
    }
  }
}
customElements.define('relais-connection', RelaisConnection);
