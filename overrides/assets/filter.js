// Narrows the list of differences or of ids by kind, by chapter or agenda, and by words. The choice stands in the address, so it can be linked.
(() => {
  const form = document.querySelector(".plan-filter")
  if (!form) return
  const shown = form.querySelector("output")
  const choices = [...form.querySelectorAll("select, input")]
  const folded = text => text.normalize("NFKC").toLowerCase()

  const read = () => {
    const wanted = new URLSearchParams(location.search)
    for (const choice of choices) {
      choice.value = wanted.get(choice.name) ?? ""
      if (choice.selectedIndex < 0) choice.value = "" // no such kind
    }
  }

  const show = () => {
    const { kind, about, words = "" } = Object.fromEntries(choices.map(choice => [choice.name, choice.value]))
    const typed = folded(words).split(/\s+/).filter(Boolean)
    const fits = (item, section) => (!kind || item.dataset.kind === kind) && (!about || section.dataset.about === about)
      && typed.every(word => folded(`${section.querySelector("h3")?.textContent} ${item.textContent}`).includes(word))
    let count = 0
    for (const section of document.querySelectorAll(".plan-differ, .plan-ids tbody")) {
      const items = [...section.querySelectorAll("[data-kind]")]
      for (const item of items) item.hidden = !fits(item, section)
      const left = items.filter(item => !item.hidden).length
      section.hidden = !left
      count += left
    }
    shown.textContent = count ? form.dataset.count.replace("{count}", count) : form.dataset.none
  }

  form.addEventListener("input", () => {
    const wanted = new URLSearchParams(choices.filter(choice => choice.value).map(choice => [choice.name, choice.value])).toString()
    history.replaceState(null, "", `${location.pathname}${wanted && `?${wanted}`}`)
    show()
  })
  form.addEventListener("submit", event => event.preventDefault())
  read()
  show()
  form.hidden = false
})()
