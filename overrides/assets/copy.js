// Shows the buttons that copy a lasting link or a reference and that share a page, and says whether it worked. The link itself needs no script.
(() => {
  const said = document.querySelector(".plan-said")
  if (!said) return

  // The day of reading is part of a reference; only the reader's own clock knows it.
  const now = new Date()
  const two = number => String(number).padStart(2, "0")
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  for (const place of document.querySelectorAll("[data-accessed]"))
    place.textContent = place.dataset.accessed.replace("{date}", day)

  let timer
  const say = text => {
    clearTimeout(timer)
    said.textContent = ""
    requestAnimationFrame(() => { said.textContent = text }) // the same words twice are said twice
    timer = setTimeout(() => { said.textContent = "" }, 6000)
  }

  // Where the browser refuses, a box with the text selected takes the place of the button until one leaves it.
  const offer = (button, text) => {
    const box = document.createElement("input")
    box.value = text
    box.readOnly = true
    box.className = "plan-copied"
    box.setAttribute("aria-label", button.textContent)
    box.addEventListener("blur", () => {
      button.hidden = false
      box.remove()
    })
    box.addEventListener("keydown", event => {
      if (event.key !== "Escape") return
      button.hidden = false
      button.focus()
    })
    button.before(box)
    box.focus()
    box.select()
    button.hidden = true
  }

  const copy = async (button, text) => {
    try {
      await navigator.clipboard.writeText(text)
      say(said.dataset.copied)
    } catch {
      offer(button, text)
      say(said.dataset.failed)
    }
  }

  for (const button of document.querySelectorAll("[data-copy], [data-copy-reference]")) {
    button.addEventListener("click", () => {
      const reference = button.closest("li")?.querySelector(".plan-reference")
      copy(button, button.dataset.copy ?? reference.textContent)
    })
    button.hidden = false
  }

  for (const button of navigator.share ? document.querySelectorAll("[data-share]") : []) {
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: button.dataset.share }).catch(() => {}) // who closes the sheet shares nothing
    })
    button.hidden = false
  }
})()
