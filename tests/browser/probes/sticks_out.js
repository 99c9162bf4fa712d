// What is wider than the window, words that leave their box or are torn apart, and what is cut.
() => {
  const unhyphenated = new CSSStyleSheet()
  unhyphenated.replaceSync("* { hyphens: manual !important }")
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, unhyphenated]
  const aside = ".visually-hidden, .skip, .drawn, [hidden], script, style, svg"
  const named = (box) => `<${box.localName} class="${box.className}">`
  const root = document.documentElement
  const found = []
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide`)

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode
    if (!text.data.trim() || text.parentElement.closest(aside)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const right = Math.max(...[...range.getClientRects()].map((rect) => rect.right))
    for (let box = text.parentElement; box !== document.body; box = box.parentElement) {
      if (["inline", "contents"].includes(getComputedStyle(box).display)) continue
      if (right <= box.getBoundingClientRect().right + 2) continue
      found.push(`“${text.data.trim().slice(0, 30)}” leaves ${named(box)}`)
      break
    }
    // A word of usual length has a line to itself everywhere.
    for (const { 0: word, index } of text.data.matchAll(/\p{L}{2,20}(?!\p{L})/gu)) {
      if (/\p{L}/u.test(text.data[index - 1] ?? "")) continue
      range.setStart(text, index)
      range.setEnd(text, index + word.length)
      const [first, ...more] = range.getClientRects()
      if (more.some((rect) => rect.top > first.top + first.height / 2)) found.push(`“${word}” is torn apart`)
    }
  }

  for (const box of document.body.querySelectorAll("*")) {
    if (box.closest(aside)) continue
    const { overflowX, overflowY } = getComputedStyle(box)
    if (overflowX === "visible" && overflowY === "visible") continue
    const isCut = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1
    if (isCut) found.push(`${named(box)} cuts off or scrolls what it holds`)
  }
  return found
}
