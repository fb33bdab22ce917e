// Ctrl K, or whatever carries data-palette, opens the palette; without scripts the link leads to its page.
const open = (event) => {
  const palette = document.querySelector('relais-palette');
  if (!palette) return;
  event.preventDefault();
  palette.open();
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') open(event);
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-palette]') && !event.ctrlKey && !event.metaKey) open(event);
});
