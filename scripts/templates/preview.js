// While the site is being written: shows a change as soon as it is there, and what is wrong until it is mended.
(() => {
  const news = new EventSource(`EVENTS?language=${document.documentElement.lang}`)
  const show = problems => {
    document.querySelector("#preview-problems")?.remove()
    if (!problems.length) return
    const box = Object.assign(document.createElement("div"), { id: "preview-problems", role: "alert" })
    box.style.cssText = "position:fixed;inset:auto 0 0;max-height:50vh;overflow:auto;padding:1rem;background:#4a0d0d;color:#fff;font:14px/1.5 system-ui;z-index:99"
    for (const problem of problems) box.append(Object.assign(document.createElement("p"), { textContent: problem }))
    document.body.append(box)
  }
  news.onmessage = ({ data }) => {
    const { problems } = JSON.parse(data)
    if (problems.length) show(problems)
    else location.reload()
  }
  addEventListener("pagehide", () => news.close())
})()
