// Makes the columns of the list of ids sortable, and gives each row a button that copies its lasting link.
(() => {
  const table = document.querySelector(".plan-ids")
  if (!table) return
  const body = table.tBodies[0]
  const rows = [...body.rows] // in the order of the plan, which the first column keeps
  const columns = [...table.tHead.rows[0].cells]

  const sort = (column, way) => {
    const collator = new Intl.Collator(column.lang || document.documentElement.lang, { numeric: true })
    const at = column.cellIndex
    const order = at ? [...rows].sort((a, b) => collator.compare(a.cells[at].textContent, b.cells[at].textContent)) : [...rows]
    body.append(...(way === "descending" ? order.reverse() : order))
    for (const other of columns) other.removeAttribute("aria-sort")
    column.setAttribute("aria-sort", way)
  }
  for (const column of columns) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...column.childNodes)
    button.addEventListener("click", () => sort(column, column.ariaSort === "ascending" ? "descending" : "ascending"))
    column.append(button)
  }
  columns[0].setAttribute("aria-sort", "ascending")

  if (!navigator.clipboard) return
  const told = document.createElement("p")
  told.className = "plan-unseen"
  told.setAttribute("role", "status")
  table.after(told)
  for (const row of rows) {
    const id = row.cells[0].textContent
    const button = document.createElement("button")
    button.type = "button"
    button.textContent = table.dataset.copy
    button.setAttribute("aria-label", `${table.dataset.copy} ${id}`)
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(`${table.dataset.base}${id}/`)
      button.textContent = table.dataset.copied
      told.textContent = `${table.dataset.copied} ${id}`
      setTimeout(() => { button.textContent = table.dataset.copy }, 3000)
    })
    row.cells[0].append(" ", button)
  }
})()
