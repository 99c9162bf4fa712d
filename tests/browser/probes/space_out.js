// WCAG 1.4.12. A sheet made as an object, because the page's policy would refuse an element.
() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    * {
      line-height: 1.5 !important;
      letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important;
    }
    p { margin-block-end: 2em !important }
  `)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return getComputedStyle(document.querySelector("h1")).letterSpacing
}
