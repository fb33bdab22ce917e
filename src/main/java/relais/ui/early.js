// What is typed while a field is on its way (an editor, a filter) is kept for it, and never works as a shortcut.
const COMING = /\/(editing|conditions)(\?|$)/;
let early = null;

document.addEventListener('htmx:beforeRequest', (event) => {
  if (COMING.test(event.detail.requestConfig.path)) early = { text: '', until: Date.now() + 5000 };
});

document.addEventListener('htmx:afterRequest', (event) => {
  if (!event.detail.successful && COMING.test(event.detail.requestConfig.path)) early = null;
});

document.addEventListener('keydown', (event) => {
  if (!early || Date.now() > early.until || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches('input, textarea, select') || (event.key.length > 1 && event.key !== 'Enter')) return;
  if (event.key.length === 1) early.text += event.key;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener('focusin', ({ target }) => {
  if (!early || !target.matches('input, textarea, select')) return;
  const { text } = early;
  early = null;
  if (!text || !target.matches('textarea, input:not([type=checkbox], [type=radio])')) return;
  target.dataset.early = 'true';
  target.value = target.matches('textarea') ? target.value + text : text;
  target.dispatchEvent(new Event('input', { bubbles: true }));
});
