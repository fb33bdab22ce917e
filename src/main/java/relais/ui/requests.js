// What happens around htmx requests: dimming, focus after a swap, failures in place.
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
  else if (root.id === 'main' && !root.contains(document.activeElement)) root.focus({ preventScroll: true });
});

const again = (root) => {
  if (!focused || document.activeElement !== document.body) return null;
  const place = document.getElementById(focused) ?? root.querySelector(`[name="${CSS.escape(focused)}"]`);
  return place ?? (root.matches('a, button, input, [tabindex]') ? root : root.querySelector('a, button, input'));
};

document.addEventListener('htmx:afterRequest', (event) => {
  event.detail.target?.removeAttribute('aria-busy');
  if (!event.detail.successful) return;
  clear(event.detail.target);
});

const clear = (target) => {
  const before = target?.matches?.('main') ? target.querySelector('.bar')?.nextElementSibling : target?.previousElementSibling;
  if (before?.matches('.failed')) before.remove();
};

const fail = (event) => {
  const { target, elt, xhr, requestConfig } = event.detail;
  const place = target?.isConnected ? target : elt;
  clear(place);
  const notice = document.getElementById('request-failed').content.firstElementChild.cloneNode(true);
  const sentence = reason(xhr);
  if (sentence) notice.querySelector('.why').textContent = sentence;
  const button = notice.querySelector('button');
  if (xhr?.status >= 400 && xhr.status < 500) button.remove();
  else button.addEventListener('click', () => {
    notice.remove();
    window.htmx.ajax(requestConfig.verb, requestConfig.path, { source: elt, target: place });
  });
  notice.classList.toggle('inline', place?.matches('span, b, small') ?? false);
  if (place?.matches('tr, tbody, td')) place.closest('table').before(notice);
  else if (place?.matches('main')) place.querySelector('.bar').after(notice);
  else place?.before(notice);
};

// The server answers a failure with one sentence.
const reason = (xhr) => {
  if (!xhr?.responseText?.includes('class="problem"')) return '';
  return new DOMParser().parseFromString(xhr.responseText, 'text/html').querySelector('.problem').textContent.trim();
};

// A form goes off once, however often its button is pressed.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.matches('[hx-post], [hx-put], [hx-delete], [hx-get]')) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'true';
  setTimeout(() => event.submitter?.setAttribute('aria-busy', 'true'));
  setTimeout(() => free(form), 5000);
});

const free = (form) => {
  delete form.dataset.sent;
  form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
};

window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(free));
document.addEventListener('htmx:responseError', fail);
document.addEventListener('htmx:sendError', fail);
document.addEventListener('htmx:timeout', fail);
