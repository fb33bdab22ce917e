// A text that does not fit says all of itself when it is pointed at.
document.addEventListener('mouseover', ({ target }) => {
  const text = target.closest?.('.cut:not([title])');
  if (text && text.scrollWidth > text.clientWidth) text.title = text.textContent.trim();
});
