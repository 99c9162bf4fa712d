/** Names for boxes that scripts of others draw: the prose editor, and the autocomplete of relations. */
const wordsFor = (field) =>
  field.getAttribute("aria-label") ??
  document.querySelector(`label[for="${field.id}"]`)?.textContent.replace(/:\s*$/, "").trim()

const nameEditor = ({ target, detail }) => {
  const box = detail.editor.view.dom
  const words = wordsFor(target)
  box.setAttribute("role", "textbox")
  box.setAttribute("aria-multiline", "true")
  if (words) box.setAttribute("aria-label", words)
  if (target.lang) box.lang = target.lang
  document.querySelector(`label[for="${target.id}"]`)?.addEventListener("click", () => box.focus())
}

const nameAutocomplete = (drawn) => {
  const select = drawn.previousElementSibling
  const words = select && wordsFor(select)
  if (!words) return
  for (const part of drawn.querySelectorAll("[role=combobox], [role=textbox], [role=searchbox]")) {
    const chosen = part.matches("[role=textbox]") ? part.id : part.getAttribute("aria-labelledby")
    part.setAttribute("aria-label", words)
    if (!chosen) continue
    part.id ||= `${chosen}-box`
    part.setAttribute("aria-labelledby", `${part.id} ${chosen}`)
  }
}

// They are drawn when jQuery finds the time, and again for every row that is added.
const nameAll = () => document.querySelectorAll(".select2:not([data-named])").forEach((drawn) => {
  drawn.dataset.named = ""
  nameAutocomplete(drawn)
})

document.addEventListener("prose-editor:ready", nameEditor)
new MutationObserver(nameAll).observe(document.body, { childList: true, subtree: true })
nameAll()
