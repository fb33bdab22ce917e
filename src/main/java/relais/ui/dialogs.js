// data-opens="id" opens a dialog, data-closes closes the one around it; a dialog with data-open="true" opens by itself.
const openSelf = (root) => root.querySelectorAll?.('dialog[data-open=true]:not([open])').forEach((dialog) => dialog.showModal());

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  if (event.target.closest('[data-closes]')) event.target.closest('dialog')?.close();
  if (event.target instanceof HTMLDialogElement && event.target.open && outside(event)) event.target.close();
});

const outside = ({ target, clientX, clientY }) => {
  const box = target.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
};

document.addEventListener('DOMContentLoaded', () => openSelf(document));
document.addEventListener('htmx:load', (event) => openSelf(event.target.parentElement ?? document));
