// What happens around htmx requests: dimming, focus after a swap, failures in place, lost connection.
const banner = () => document.querySelector('relais-connection');
let focused = '';

document.addEventListener('htmx:beforeRequest', (event) => {
  event.detail.target?.setAttribute('aria-busy', 'true');
});

document.addEventListener('htmx:beforeSwap', (event) => {
  const inside = event.detail.target?.contains(document.activeElement);
  focused = inside ? document.activeElement.id || document.activeElement.name || '' : '';
  if (event.detail.xhr.status === 422) event.detail.shouldSwap = true;
});

document.addEventListener('htmx:afterSettle', (event) => {
  const root = event.detail.elt;
  const wrong = root.querySelector?.('[aria-invalid=true]');
  const next = wrong ?? root.querySelector?.('[autofocus]') ?? again(root);
  if (next) next.focus({ preventScroll: next !== wrong });
  else if (root.id === 'main') root.focus({ preventScroll: true });
});

const again = (root) => {
  if (!focused || document.activeElement !== document.body) return null;
  const place = document.getElementById(focused) ?? root.querySelector(`[name="${CSS.escape(focused)}"]`);
  return place ?? (root.matches('a, button, input, [tabindex]') ? root : root.querySelector('a, button, input'));
};

document.addEventListener('htmx:afterRequest', (event) => {
  event.detail.target?.removeAttribute('aria-busy');
  if (event.detail.successful) clear(event.detail.target);
});

const clear = (target) => {
  banner().hidden = true;
  if (target?.previousElementSibling?.matches('.failed')) target.previousElementSibling.remove();
};

const fail = (event) => {
  const { target, elt, xhr } = event.detail;
  const place = target?.isConnected ? target : elt;
  if (place?.previousElementSibling?.matches('.failed')) place.previousElementSibling.remove();
  const notice = document.getElementById('request-failed').content.firstElementChild.cloneNode(true);
  const sentence = reason(xhr);
  if (sentence) notice.querySelector('.why').textContent = sentence;
  notice.querySelector('button').addEventListener('click', () => {
    notice.remove();
    window.htmx.trigger(elt, elt.matches('form') ? 'submit' : 'click');
  });
  if (place?.matches('tr, tbody, td')) place.closest('table').before(notice);
  else place?.before(notice);
};

// The server's own sentence, when it sends one as plain text or in the header.
const reason = (xhr) => {
  if (!xhr?.status) return '';
  const sentence = xhr.getResponseHeader('Relais-Sentence');
  return sentence ? decodeURIComponent(sentence) : '';
};

document.addEventListener('htmx:responseError', fail);
document.addEventListener('htmx:sendError', (event) => {
  banner().hidden = false;
  fail(event);
});
document.addEventListener('htmx:timeout', fail);
window.addEventListener('offline', () => (banner().hidden = false));
window.addEventListener('online', () => (banner().hidden = true));
