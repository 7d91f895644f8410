'use strict';
(() => {
  const template = document.getElementById('filtro-modelo');
  template.replaceWith(template.content);
  const form = document.getElementById('filtro');
  const status = document.getElementById('achados');
  const fields = ['q', 'estado', 'criticidade', 'tag'].map((id) => document.getElementById(id)).filter(Boolean);
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

  // The text of ten thousand rows is folded once, when it is first asked for.
  let journeys = null;
  const index = () => {
    journeys ??= [...document.querySelectorAll('section.listed')].map((section) => ({
      section,
      criticality: section.dataset.criticality,
      shown: -1,
      rows: [...section.querySelectorAll('li')]
        .filter((row) => row.dataset.state !== undefined)
        .map((row) => ({
          row,
          text: fold(`${section.firstElementChild.textContent} ${row.textContent}`),
          state: row.dataset.state,
          tags: ` ${row.dataset.tags} `,
          hidden: false,
        })),
    }));
    return journeys;
  };

  const wanted = () =>
    Object.fromEntries(fields.map((field) => [field.id, field.value.trim()]).filter(([, value]) => value !== ''));

  const apply = () => {
    const { q = '', estado, criticidade, tag } = wanted();
    const words = fold(q).split(/\s+/).filter(Boolean);
    let found = 0;
    let all = 0;
    for (const journey of index()) {
      const here = !criticidade || journey.criticality === criticidade;
      let shown = 0;
      for (const entry of journey.rows) {
        const fits =
          here &&
          (!estado || entry.state === estado) &&
          (!tag || entry.tags.includes(` ${tag} `)) &&
          words.every((word) => entry.text.includes(word));
        if (fits) shown += 1;
        if (entry.hidden === fits) {
          entry.row.hidden = !fits;
          entry.hidden = !fits;
        }
      }
      journey.section.hidden = shown === 0;
      found += shown;
      all += journey.rows.length;
    }
    const number = (amount) => amount.toLocaleString('pt-BR');
    status.textContent =
      found === 0 ? 'Nenhum cenário encontrado.' : `${number(found)} de ${number(all)} ${all === 1 ? 'cenário' : 'cenários'}.`;
  };

  const remember = () => {
    const hash = new URLSearchParams(wanted()).toString();
    history.replaceState(null, '', hash === '' ? location.pathname : `#${hash}`);
  };

  const restore = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) field.value = asked.get(field.id) ?? '';
    apply();
  };

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    apply();
    remember();
  });
  form.addEventListener('reset', () => {
    setTimeout(() => {
      apply();
      remember();
    });
  });
  addEventListener('hashchange', restore);
  if (location.hash.length > 1) restore();
})();
