/**
 * What the page does where scripts run: tables sort by a click on a title, show only the rows that hold a text, and are short
 * at first; records are copied. Nothing is lost without it. It makes no element of texts, and asks nobody for anything.
 */
export const script = `'use strict';
const SHORT = 12;

for (const table of document.querySelectorAll('.table table')) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const titles = [...table.tHead.rows[0].cells];
  let sorted = rows;
  let filter = '';
  let isShort = rows.length > SHORT + 3;

  function show() {
    const shown = sorted.filter((row) => row.textContent.toLowerCase().includes(filter));
    body.replaceChildren(...(isShort && filter === '' ? shown.slice(0, SHORT) : shown));
  }

  function keyOf(row, column) {
    const cell = row.cells[column];
    return cell.dataset.value === undefined ? cell.textContent.trim().toLowerCase() : Number(cell.dataset.value);
  }

  function sort(column, isDown) {
    const keyed = rows.map((row) => [keyOf(row, column), row]);
    const factor = isDown ? -1 : 1;
    keyed.sort(([one], [other]) => factor * (typeof one === 'number' ? one - other : one.localeCompare(other)));
    sorted = keyed.map(([, row]) => row);
    titles.forEach((title, index) => {
      if (index === column) title.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      else title.removeAttribute('aria-sort');
    });
    show();
  }

  if (rows.length > 1) {
    titles.forEach((title, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = title.textContent;
      button.addEventListener('click', () => {
        const order = title.getAttribute('aria-sort');
        const isNumber = title.classList.contains('number');
        sort(column, order === null ? isNumber : order === 'ascending');
      });
      title.replaceChildren(button);
    });
  }
  if (rows.length > SHORT) {
    const search = document.createElement('input');
    search.type = 'search';
    search.placeholder = 'Filter';
    search.setAttribute('aria-label', 'Filter: ' + table.caption.textContent);
    search.addEventListener('input', () => {
      filter = search.value.trim().toLowerCase();
      show();
    });
    table.parentElement.before(search);
  }
  if (isShort) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'all';
    button.textContent = 'Show all ' + rows.length;
    button.addEventListener('click', () => {
      isShort = false;
      button.remove();
      show();
    });
    table.parentElement.after(button);
    show();
  }
}

for (const records of document.querySelectorAll('pre')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(records.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(records);
      button.textContent = 'Selected';
    }
  });
  records.before(button);
}
`;
