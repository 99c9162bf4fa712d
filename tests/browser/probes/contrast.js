// The contrast of two colours as WCAG counts it, each given as a selector and a property.
([ink, ground]) => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d")
  const luminance = ([selector, property]) => {
    canvas.fillStyle = getComputedStyle(document.querySelector(selector))[property]
    canvas.fillRect(0, 0, 1, 1)
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
      const share = byte / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark, light] = [luminance(ink), luminance(ground)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
