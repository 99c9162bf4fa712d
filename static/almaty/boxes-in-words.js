/**
 * What the boxes of a form are called and hold, as a person reads it.
 *
 * Its address stands in the template "sign-in-again", for the scripts that import it.
 */
const MANAGED = /(^|-)(kept|typist|version|id|initial-.*|[A-Z_]+_FORMS|_.*)$/
const ROW = /^(.+)-(\d+)-/

const words = (element) => element?.textContent.replace(/\s+/g, " ").replace(/:\s*$/, "").trim() ?? ""

const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1)

const labelOf = (box) => {
  const [, table, number] = box.name.match(ROW) ?? []
  const row = table && `${words(document.getElementById(`${table}-heading`)) || table} ${Number(number) + 1}`
  const group = words(box.closest(".flex-container")?.querySelector(":scope > label:not([for])"))
  const isOneOfMany = group && box.type === "checkbox"
  const own = isOneOfMany ? "" : (box.getAttribute("aria-label") ?? words(box.labels?.[0]))
  return [row, group, own].filter(Boolean).map(capitalised).join(": ") || box.name
}

/** By name: what a box is called, whether its text is rich, and the words of what is chosen in it. */
export const boxesOf = (form) => {
  const boxes = {}
  for (const box of form.elements) {
    if (!box.name || box.type === "hidden" || MANAGED.test(box.name)) continue
    boxes[box.name] ??= { label: labelOf(box), isRich: box.matches("[data-django-prose-editor-configurable]"), chosen: {} }
    const { chosen } = boxes[box.name]
    for (const option of box.selectedOptions ?? []) chosen[option.value] = option.text
    if (box.type === "checkbox" && box.checked) chosen[box.value] = box.value === "on" ? "✓" : words(box.labels?.[0])
  }
  return boxes
}

const BLOCKS = "p, h2, h3, li, blockquote, figcaption, br"

/** Rich text as it reads: lines, marks of lists, and the addresses of links. */
const asItReads = (html) => {
  const { body } = new DOMParser().parseFromString(html, "text/html")
  for (const picture of body.querySelectorAll("img")) picture.replaceWith(`[${picture.alt || picture.getAttribute("src")}]`)
  for (const link of body.querySelectorAll("a[href]")) link.append(` (${link.getAttribute("href")})`)
  for (const item of body.querySelectorAll("li")) item.prepend("• ")
  for (const block of body.querySelectorAll(BLOCKS)) block.after("\n")
  return body.textContent.replace(/\n{2,}/g, "\n").trim()
}

/** What was typed and chosen in a form that this browser keeps. */
export const inWords = ({ fields, boxes }) => {
  const told = new Map()
  for (const [name, value] of fields) {
    if (!value.trim() || MANAGED.test(name) || (boxes && !boxes[name])) continue
    const { label = name, isRich, chosen = {} } = boxes?.[name] ?? {}
    const text = isRich ? asItReads(value) : (chosen[value] ?? value)
    told.set(name, told.has(name) ? `${told.get(name)}, ${text}` : `${label}:${text.includes("\n") ? "\n" : " "}${text}`)
  }
  return [...told.values()].join("\n\n")
}
