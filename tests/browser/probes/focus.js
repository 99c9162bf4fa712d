// What somebody looking on knows of the focus: what has it, whether it is marked and in sight.
() => {
  const part = document.activeElement
  if (!part || part === document.body) return null

  // The mark may be drawn around a card that holds the link, or on a shape inside it.
  const around = [part, ...part.querySelectorAll("*")]
  for (let box = part.parentElement; box !== document.body; box = box.parentElement) around.push(box)
  const marks = () =>
    around.map((box) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, strokeWidth } = getComputedStyle(box)
      const outline = outlineStyle === "none" ? "" : `${outlineWidth} ${outlineColor}`
      return `${outline} ${boxShadow} ${strokeWidth}`
    })
  const focused = marks()
  part.blur()
  const blurred = marks()
  part.focus({ preventScroll: true })

  const isInSight = ([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && part.contains(top)
  }
  const points = [...part.getClientRects()]
    .filter((rect) => rect.width && rect.height)
    .flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].map((share) => [left + width * share, top + height / 2]),
    )
  return {
    stop: Number(part.dataset.stop ?? -1),
    name: `${part.localName} “${(part.textContent || part.name || "").trim().slice(0, 30)}”`,
    isMarked: focused.some((mark, n) => mark !== blurred[n]),
    isInSight: points.some(isInSight),
  }
}
