// <passkey-entry> around a link: signs in with a passkey. <passkey-maker> around a form: makes one.
{
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

  const post = async (path, body, type) => {
    const headers = { ...JSON.parse(document.body.getAttribute('hx-headers')), Accept: 'application/json' };
    if (type) headers['Content-Type'] = type;
    const response = await fetch(path, { method: 'POST', headers, body });
    if (response.redirected) location.assign(response.url);
    const said = await response.json();
    if (!response.ok) throw new Error(said.message ?? '');
    return said;
  };

  const told = (credential) => {
    const response = {};
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[name]) response[name] = text(credential.response[name]);
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
      clientExtensionResults: credential.getClientExtensionResults(),
    });
  };

  class Passkey extends HTMLElement {
    say(words) {
      const place = this.querySelector('.err');
      place.textContent = words;
      place.hidden = !words;
    }

    async run(work) {
      this.say('');
      this.toggleAttribute('aria-busy', true);
      try {
        location.assign((await work()).to);
      } catch (problem) {
        // whoever closed the browser's own window knows
        this.say(problem instanceof DOMException ? '' : problem.message);
      }
      this.toggleAttribute('aria-busy', false);
    }
  }

  customElements.define('passkey-entry', class extends Passkey {
    connectedCallback() {
      const link = this.querySelector('a');
      this.hidden = !window.PublicKeyCredential;
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.run(() => this.enter(link.search));
      });
    }

    async enter(search) {
      const options = await post('/sign-in/passkey/options');
      const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
      return post('/sign-in/passkey' + search, told(await navigator.credentials.get({ publicKey })), 'application/json');
    }
  });

  customElements.define('passkey-maker', class extends Passkey {
    connectedCallback() {
      const form = this.querySelector('form');
      form.querySelector('button').disabled = !window.PublicKeyCredential;
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.run(() => this.make(form));
      });
    }

    async make(form) {
      const path = form.getAttribute('action');
      const options = await post(path, new URLSearchParams(new FormData(form)));
      const publicKey = {
        ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: named(options.excludeCredentials),
      };
      const said = new URLSearchParams([...new FormData(form)].filter(([name]) => name === 'name' || name === 'to'));
      return post(path.replace('/options', '?' + said), told(await navigator.credentials.create({ publicKey })), 'application/json');
    }
  });
}
