/** The prose editor is a box without a name: it gets its field's label and language. */
document.addEventListener("prose-editor:ready", ({ target, detail }) => {
  const box = detail.editor.view.dom
  const label = document.querySelector(`label[for="${target.id}"]`)
  box.setAttribute("role", "textbox")
  box.setAttribute("aria-multiline", "true")
  if (label) {
    box.setAttribute("aria-label", label.textContent.replace(/:\s*$/, ""))
    label.addEventListener("click", () => box.focus())
  }
  if (target.lang) box.lang = target.lang
})
