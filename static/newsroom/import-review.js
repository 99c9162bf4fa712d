/** Shows which words of the text a suggestion stands on, while it is pointed at or has the focus. */
const light = (number, isLit) => {
  const words = `mark[data-suggestions~="${number}"], .import-suggestion[data-number="${number}"]`
  for (const element of document.querySelectorAll(words)) element.classList.toggle("is-lit", isLit)
}

const numbersOf = (target) => {
  const element = target.closest?.("[data-number], [data-suggestions]")
  return (element?.dataset.number ?? element?.dataset.suggestions ?? "").split(" ").filter(Boolean)
}

for (const [type, isLit] of Object.entries({ pointerover: true, pointerout: false, focusin: true, focusout: false })) {
  document.addEventListener(type, ({ target }) => {
    for (const number of numbersOf(target)) light(number, isLit)
  })
}

// Says that the upload is at work: the browser itself shows it only at the edge of its window.
document.querySelector(".import-form")?.addEventListener("submit", ({ currentTarget }) => {
  const status = currentTarget.querySelector("[data-busy]")
  status.textContent = status.dataset.busy
})
