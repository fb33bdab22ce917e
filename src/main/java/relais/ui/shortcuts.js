// Keys: G and a letter goes somewhere, data-key="n" presses its element, J and K move between rows, ? shows the sheet.
const typing = (event) => event.target.closest?.('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=textbox]');
let going = 0;

const rows = () => [...document.querySelectorAll('[data-row], .tbl tbody > tr')].filter((row) => row.querySelector('a, button, input'));
const linkOf = (row) => row?.querySelector('a.who, a[data-open], a') ?? row?.querySelector('button, input');

const move = (step) => {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const row = all[Math.max(0, Math.min(all.length - 1, at + step))];
  linkOf(row)?.focus();
  row?.scrollIntoView({ block: 'nearest' });
};

const press = (key) => {
  const visible = [...document.querySelectorAll(`[data-key~="${CSS.escape(key)}"]`)].find((each) => each.checkVisibility());
  if (!visible) return false;
  if (visible.matches('input, textarea, select')) visible.focus();
  else visible.click();
  return true;
};

const go = (key) => {
  const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
  if (link) location.assign(link.href);
  return Boolean(link);
};

// The sheet tells the keys that work on this page, and only those.
const sheet = () => {
  const dialog = document.getElementById('shortcuts');
  const works = { rows: rows().length > 0, select: document.querySelector('tbody .ck'), cell: document.querySelector('td[data-edit]'), undo: document.querySelector('relais-toast .toast .btn') };
  dialog?.querySelectorAll('[data-works]').forEach((line) => {
    const any = line.dataset.works.split(' ');
    line.hidden = !any.some((one) => works[one] || [...document.querySelectorAll(`[data-key~="${CSS.escape(one)}"]`)].some((each) => each.checkVisibility()));
  });
  return dialog;
};

document.addEventListener('click', (event) => event.target.closest?.('[data-opens=shortcuts]') && sheet(), true);

const act = (key) => {
  if (Date.now() - going < 1500) {
    going = 0;
    return go(key);
  }
  if (key === 'g') going = Date.now();
  else if (key === 'j' || key === 'k') press(key) || move(key === 'j' ? 1 : -1);
  else if (key === '?') sheet()?.showModal();
  else return press(key);
  return true;
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
  if (document.querySelector('dialog[open]') || event.target.closest?.('[popover]')) return;
  if (document.documentElement.dataset.keys === 'off' && event.key !== '?') return;
  if (event.key.length === 1 && act(event.key.toLowerCase())) event.preventDefault();
});
