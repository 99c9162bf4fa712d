// Numbers everything that Tab should stop at, in the order of the page; tells how many there are.
() =>
  [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((part) => part.tabIndex >= 0 && !part.disabled && part.type !== "hidden")
    .filter((part) => part.checkVisibility())
    .map((part, n) => (part.dataset.stop = n)).length
