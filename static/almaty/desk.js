/** What scripts of others leave out: names for the boxes they draw, and a word about pictures in a paste. */
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
  box.addEventListener("paste", tellOfPictures, { capture: true })
  document.querySelector(`label[for="${target.id}"]`)?.addEventListener("click", () => box.focus())
}

/** Pictures do not come with a paste: whoever pastes one is told, under the editor. */
const PICTURES = "img"

const tellOfPictures = ({ currentTarget: box, clipboardData }) => {
  const pasted = document.createElement("template")
  pasted.innerHTML = clipboardData.getData("text/html")
  const files = [...clipboardData.files].filter(({ type }) => type.startsWith("image/"))
  const number = Math.max(pasted.content.querySelectorAll(PICTURES).length, files.length)
  const before = box.querySelectorAll(PICTURES).length
  setTimeout(() => {
    const words = document.getElementById("pictures-left-out").content.cloneNode(true)
    const editor = box.parentElement
    editor.parentElement.querySelector(":scope > .pictures-left-out")?.remove()
    if (box.querySelectorAll(PICTURES).length < before + number) editor.after(words)
  })
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
