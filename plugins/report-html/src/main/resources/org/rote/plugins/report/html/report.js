
// Lets the reader sort the table of cases by any column. The page is complete without it.
document.querySelectorAll('table.sortable').forEach(function (table) {
  var body = table.tBodies[0];
  var heads = table.querySelectorAll('th[data-kind]');
  function key(row, column, kind) {
    var text = row.cells[column].getAttribute('data-value');
    return kind === 'text' ? text : text === null ? NaN : Number(text);
  }
  function compare(a, b) {
    if (typeof a === 'string') { return a.localeCompare(b, undefined, { numeric: true }); }
    return isNaN(a) ? (isNaN(b) ? 0 : 1) : isNaN(b) ? -1 : a - b;
  }
  heads.forEach(function (head, column) {
    var button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', function () {
      var down = head.getAttribute('aria-sort') === 'ascending';
      heads.forEach(function (other) { other.removeAttribute('aria-sort'); });
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      var kind = head.getAttribute('data-kind');
      Array.from(body.rows).map(function (row) { return { row: row, key: key(row, column, kind) }; })
        .sort(function (a, b) {
          var absent = Number.isNaN(a.key) || Number.isNaN(b.key);
          return compare(a.key, b.key) * (down ? (absent ? 1 : -1) : 1);
        })
        .forEach(function (entry) { body.append(entry.row); });
    });
  });
});
