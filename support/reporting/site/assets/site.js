'use strict';
(() => {
  // A link to something folded unfolds it.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    target?.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash.length > 1) reveal();

  // The page grows old after it was made.
  const units = [
    ['year', 31536000],
    ['month', 2592000],
    ['day', 86400],
    ['hour', 3600],
    ['minute', 60],
  ];
  const relative = new Intl.RelativeTimeFormat('pt-BR');
  for (const place of document.querySelectorAll('[data-since]')) {
    const seconds = (Date.now() - Date.parse(place.dataset.since)) / 1000;
    const unit = units.find(([, length]) => seconds >= length);
    if (unit) place.textContent = `(${relative.format(-Math.floor(seconds / unit[1]), unit[0])})`;
  }

  for (const tools of document.querySelectorAll('template.tools-of-page')) {
    tools.replaceWith(tools.content);
    const setAll = (open) => {
      for (const fold of document.querySelectorAll('details.scenario, details.examples')) fold.open = open;
    };
    document.getElementById('abrir-todos').addEventListener('click', () => setAll(true));
    document.getElementById('fechar-todos').addEventListener('click', () => setAll(false));
    const filter = document.getElementById('nao-passaram');
    filter?.addEventListener('click', () => {
      const on = filter.getAttribute('aria-pressed') !== 'true';
      filter.setAttribute('aria-pressed', String(on));
      document.body.classList.toggle('only-not-passed', on);
    });
  }

  for (const search of document.querySelectorAll('template.search-of-page')) {
    search.replaceWith(search.content);
    document.getElementById('busca').addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = `cenarios.html#${new URLSearchParams({ q: document.getElementById('texto').value })}`;
    });
  }

  // Buttons that copy a command come when their scenario is opened: most never are.
  const addButtons = (fold) => {
    if (!navigator.clipboard) return;
    for (const typed of fold.querySelectorAll('.typed:not([data-copies])')) {
      typed.dataset.copies = '';
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = 'Copiar';
      button.setAttribute('aria-label', `Copiar o comando ${typed.textContent}`);
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(typed.textContent);
        button.textContent = 'Copiado';
        setTimeout(() => {
          button.textContent = 'Copiar';
        }, 2000);
      });
      typed.parentElement.append(button);
    }
  };
  document.addEventListener('toggle', ({ target }) => target.open && addButtons(target), true);
  for (const fold of document.querySelectorAll('details[open]')) addButtons(fold);

  // Paper has no folds.
  let closedOnScreen = [];
  addEventListener('beforeprint', () => {
    closedOnScreen = [...document.querySelectorAll('details:not([open])')];
    for (const fold of closedOnScreen) fold.open = true;
  });
  addEventListener('afterprint', () => {
    for (const fold of closedOnScreen) fold.open = false;
  });
})();
